using System.Globalization;
using Enteraxis.Numerics.LinearAlgebra;
using Enteraxis.Simulation.Compiled;
using Enteraxis.Simulation.Solvers;

namespace Enteraxis.Simulation.SteadyStates;

/// <summary>Follows a model until it rests: integration over spans that grow, with a Newton step at the end of each.</summary>
/// <remarks>
/// The Newton step d solves (I/T − J) d = f with the span T just integrated. It is the distance to rest along all that decays faster than T and the motion within
/// T along the rest, and it keeps what the rates conserve (L f = 0 gives L d = 0), which a step by J alone could not, J being singular then. Rest is where d is
/// below 1e-8 of every state; further steps then polish it to rounding. Events act as in any run. An oscillation, or growth without end, has no rest and is told.
/// Reference: Kelley, Keyes: Convergence analysis of pseudo-transient continuation (SIAM J Numer Anal 35:508, 1998).
/// </remarks>
public sealed unsafe class SteadyStateFinder
{
    private const double FirstSpan = 1, Growth = 4, LongestSpan = 1e12, Rest = 1e-8;
    private const int MostPolishing = 8, MostSteps = 30_000;

    private readonly CompiledModel _model;
    private readonly SimulationOptions _options;
    private readonly Simulator _simulator;

    /// <param name="options">Its tolerances hold where they are tighter than 1e-8; the method is always the implicit one, as only that damps what is fast.</param>
    public SteadyStateFinder(CompiledModel model, SimulationOptions options)
    {
        _model = model;
        _options = options with { Method = SolverKind.Rosenbrock, RelativeTolerance = Math.Min(options.RelativeTolerance, 1e-8), AbsoluteTolerance = Math.Min(options.AbsoluteTolerance, 1e-12), MaximumSteps = MostSteps };
        _simulator = new Simulator(model, _options);
    }

    /// <param name="start">Where to begin; its end and output times are not looked at.</param>
    public SteadyState Find(PersonRun start, CancellationToken cancellation)
    {
        PersonRun run = start;
        double span = FirstSpan;
        ModelSystem system = new(_model);
        SparseLu lu = new(_model.Plan);
        while (true)
        {
            Course course = _simulator.Run(run with { End = run.Start + span, OutputTimes = [] }, cancellation);
            SteadyState here = new(run.Start + span, course.FinalStates, course.FinalParameters, course.FinalEvents, course.Failure);
            if (course.Failure is not null) return here;
            double[] states = [.. course.FinalStates];
            course.FinalParameters.CopyTo(system.ParameterSpan);
            int worst = Step(system, lu, here.Time, span, states);
            if (worst < 0)
            {
                for (int i = 0; i < MostPolishing && Step(system, lu, here.Time, span, states, polishing: true) >= 0; i++) cancellation.ThrowIfCancellationRequested();
                return here with { States = states };
            }
            if (span >= LongestSpan) return here with { Failure = string.Create(CultureInfo.InvariantCulture, $"at time {here.Time:G6} '{_model.Model.States[worst].Name}' still moves; the model may oscillate or grow without end.") };
            run = run with { Start = here.Time, Values = Values(here), Events = here.Events };
            span *= Growth;
        }
    }

    /// <summary>Adds one Newton step where it is small; the state that is farthest from rest, or −1 at rest.</summary>
    private int Step(ModelSystem system, SparseLu lu, double time, double span, double[] states, bool polishing = false)
    {
        int n = states.Length, worst = -1;
        if (n == 0) return -1;
        double[] memory = GC.AllocateArray<double>(Stepper.Padded(n) * 4 + _model.Plan.Pattern.Count, pinned: true);
        fixed (double* y = memory)
        {
            double* rates = y + Stepper.Padded(n), slopes = rates + Stepper.Padded(n), jacobian = slopes + 2 * Stepper.Padded(n);
            states.CopyTo(new Span<double>(y, n));
            system.Linearise(time, y, rates, slopes, jacobian);
            if (lu.Factor(1 / span, jacobian)) lu.Solve(rates);
            else
                for (int i = 0; i < n; i++) rates[i] *= span;
            double most = 1;
            for (int i = 0; i < n; i++)
            {
                double limit = polishing ? 1e-14 * Math.Abs(y[i]) : Rest * Math.Abs(y[i]) + _options.AbsoluteTolerance;
                double share = limit > 0 ? Math.Abs(rates[i]) / limit : rates[i] == 0 ? 0 : polishing ? 0 : double.PositiveInfinity;
                if (!(share <= most)) (most, worst) = (share, i);
            }
            if (worst < 0 || polishing)
                for (int i = 0; i < n; i++)
                    if (double.IsFinite(rates[i])) states[i] += rates[i];
        }
        return worst;
    }

    private Dictionary<string, double> Values(SteadyState at)
    {
        Dictionary<string, double> values = new(StringComparer.Ordinal);
        for (int i = 0; i < at.States.Length; i++) values[_model.Model.States[i].Name] = at.States[i];
        for (int i = 0; i < at.Parameters.Length; i++) values[_model.Model.Parameters[i].Name] = at.Parameters[i];
        return values;
    }
}
