using System.Diagnostics;
using Enteraxis.Bench.Measure;
using Enteraxis.Bench.Workloads;
using Enteraxis.Numerics.Lanes;
using Enteraxis.Numerics.LinearAlgebra;
using Enteraxis.Simulation;
using Enteraxis.Simulation.Lanes;
using Enteraxis.Simulation.Solvers;

namespace Enteraxis.Bench.Parts;

/// <summary>Where the time of one attempt of the stiff method in the widest lanes goes: each part alone, least of many repetitions, in nanoseconds for all lanes together.</summary>
internal static unsafe class AttemptParts
{
    private const int Batches = 400, Calls = 64;

    public static string Sizes(Workload workload)
    {
        SparseLuPlan plan = new CompiledModel(workload.Model, workload.Observables).Plan;
        return $"{plan.Size} states, {plan.Pattern.Count} entries of the Jacobian, {plan.FactorCount} of its factors, {plan.OperationCount} operations of a factorisation";
    }

    public static IEnumerable<(string Part, int PerAttempt, double Nanoseconds)> Of(Workload workload)
    {
        CompiledModel compiled = new(workload.Model, workload.Observables);
        return LaneFactory.WidestOfProcessor switch
        {
            8 => Of<Lane8>(compiled, workload),
            4 => Of<Lane4>(compiled, workload),
            2 => Of<Lane2>(compiled, workload),
            _ => Of<Lane1>(compiled, workload),
        };
    }

    private static List<(string, int, double)> Of<T>(CompiledModel compiled, Workload workload) where T : unmanaged, ILane<T>
    {
        LaneModel model = compiled.Lanes(T.Width);
        using LaneStepper stepper = LaneFactory.Stepper(model, SolverKind.Rosenbrock);
        Fill(stepper, compiled, workload);
        int width = T.Width, linear = model.Model.Linear.Count;
        using AlignedMemory memory = new((long)width * (model.Size * 11L + linear + LaneLu<T>.Vectors(model.Plan) + 1 + Math.Max(model.Rates.ScratchSize, model.Linear.ScratchSize)));
        double* rates = memory.Take((long)width * model.Size), x = memory.Take((long)width * model.Size), work = memory.Take((long)width * model.Size), stages = memory.Take(8L * width * model.Size), outputs = memory.Take((long)width * linear);
        double* shift = memory.Take(width), scratch = memory.Take((long)width * Math.Max(model.Rates.ScratchSize, model.Linear.ScratchSize));
        LaneLu<T> lu = new(model.Plan, model.Lu, memory.Take((long)width * LaneLu<T>.Vectors(model.Plan)));
        T.Store(T.All(10), shift);
        double* jacobian = outputs + (model.Size + compiled.TimeDependentRates.Length) * width;
        return
        [
            ("rates", 7, Least(() => model.Rates.Evaluate(stepper.Time, stepper.Before, stepper.Person, rates, scratch))),
            ("rates, their time derivatives and Jacobian", 1, Least(() => model.Linear.Evaluate(stepper.Time, stepper.Before, stepper.Person, outputs, scratch))),
            ("factorisation", 1, Least(() => lu.Factor(shift, jacobian))),
            ("solution", 8, Least(() => lu.Solve(rates, shift, x))),
            ("stage sums", 1, Least(() => Sums(model, stepper, stages, x, work))),
            ("error norm", 1, Least(() => LaneVectors.ErrorNorm(rates, stepper.Before, stepper.After, model.Size, T.All(1e-4), T.All(1e-7)))),
            ("whole attempt", 1, Least(stepper.Attempt)),
            ("whole run, an attempt", 1, WholeRun(compiled, workload) * width * 1e9),
        ];
    }

    // As an attempt calls them; the steppers made them before.
    private static void Sums(LaneModel model, LaneStepper stepper, double* stages, double* argument, double* sum)
    {
        foreach (StageSums s in model.Sums(stepper.Method, () => [])) s.Run(stepper.Before, stages, null, argument, sum);
    }

    private static void Fill(LaneStepper stepper, CompiledModel compiled, Workload workload)
    {
        SimulationOptions options = OwnEngine.Lanes(1e-4);
        for (int lane = 0; lane < stepper.Width; lane++)
        {
            Simulation.Runs.PersonCourse course = new(compiled, options);
            course.Begin(workload.People[lane]);
            LaneWindow window = new(stepper, lane, course.System);
            window.Start(0, course.Start, course.Control());
            stepper.Step[lane] = 1e-3;
        }
    }

    // Seconds of an accepted or rejected step of one person.
    private static double WholeRun(CompiledModel compiled, Workload workload) =>
        Enumerable.Range(0, 5).Min(_ => OwnEngine.Time(compiled, workload.People, 1e-4) is var t ? t.Seconds / (t.Steps * workload.People.Count) : 0);

    private static double Least(Action part)
    {
        long least = long.MaxValue;
        for (int b = 0; b < Batches; b++)
        {
            long start = Stopwatch.GetTimestamp();
            for (int i = 0; i < Calls; i++) part();
            least = Math.Min(least, Stopwatch.GetTimestamp() - start);
        }
        return Stopwatch.GetElapsedTime(0, least).TotalNanoseconds / Calls;
    }
}
