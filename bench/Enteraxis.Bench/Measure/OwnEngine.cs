using System.Runtime.CompilerServices;
using Enteraxis.Bench.Workloads;
using Enteraxis.Simulation;
using Enteraxis.Simulation.Ensembles;

namespace Enteraxis.Bench.Measure;

/// <summary>The engine on one thread.</summary>
internal sealed class OwnEngine(Workload workload)
{
    private readonly CompiledModel _model = new(workload.Model, workload.Observables);

    /// <summary>Courses of the first people in lanes, one row a person.</summary>
    public double[][] Courses(int people, double rtol) => Courses(people, Lanes(rtol));

    /// <summary>Courses one by one at a tight tolerance: the reference where no peer is here.</summary>
    public double[][] Reference(int people, double rtol) => Courses(people, Lanes(rtol) with { Executor = Executor.Scalar, Method = Simulation.Solvers.SolverKind.Rosenbrock });

    /// <summary>All people on this thread.</summary>
    public OwnTiming Time(double rtol) => Time(_model, workload.People, rtol);

    public static OwnTiming Time(CompiledModel model, IReadOnlyList<PersonRun> people, double rtol)
    {
        double steps = 0;
        EnsembleRunner runner = new(new Simulator(model, Lanes(rtol)), threads: 1);
        double start = ThreadClock.Seconds;
        EnsembleSummary summary = runner.Run(people, (_, course) =>
        {
            if (course.Failure is not null) throw new InvalidOperationException(course.Failure);
            steps += course.Statistics.Accepted;
        });
        return new(ThreadClock.Seconds - start, steps / people.Count, summary.Work.Occupancy, summary.Work.How);
    }

    /// <summary>
    /// CPU seconds of the same run begun at eight places of the stack, 16 bytes apart. Where the compiler spills wide registers to places that are not
    /// aligned, some are far slower than others.
    /// </summary>
    public double[] AtStackPlaces(double rtol)
    {
        double[] seconds = new double[8];
        for (int place = 0; place < seconds.Length; place++) seconds[place] = Deeper(place, rtol);
        return seconds;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private double Deeper(int place, double rtol)
    {
        Span<byte> held = stackalloc byte[16 * place + 16];
        held.Fill(1);
        double seconds = Enumerable.Range(0, 3).Min(_ => Time(rtol).Seconds);
        return held[^1] == 1 ? seconds : double.NaN;
    }

    internal static SimulationOptions Lanes(double rtol) => new() { RelativeTolerance = rtol, AbsoluteTolerance = rtol * 1e-3, Executor = Executor.Lanes, MaximumSteps = int.MaxValue };

    private double[][] Courses(int people, SimulationOptions options)
    {
        double[][] rows = new double[people][];
        new EnsembleRunner(new Simulator(_model, options), threads: options.Executor == Executor.Lanes ? 1 : 0).Run([.. workload.People.Take(people)], (i, course) =>
            rows[i] = course.Failure is null ? [.. course.Values.Cast<double>()] : throw new InvalidOperationException(course.Failure));
        return rows;
    }
}
