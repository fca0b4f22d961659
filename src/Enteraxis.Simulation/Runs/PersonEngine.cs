using Enteraxis.Simulation.Reactions;
using Enteraxis.Simulation.Solvers;
using Enteraxis.Simulation.Solvers.Rosenbrock;
using Enteraxis.Simulation.Solvers.Tsitouras;

namespace Enteraxis.Simulation.Runs;

/// <summary>One thread's memory for running people through one model by scalar code, one after the other.</summary>
internal sealed class PersonEngine(CompiledModel model, SimulationOptions options)
{
    private readonly PersonCourse _course = new(model, options);
    private RosenbrockStepper? _rosenbrock;
    private TsitourasStepper? _tsitouras;
    private ReactionWindow? _reactions;

    internal Course Run(PersonRun run, CancellationToken cancellation) => model.Reactions is null ? Integrate(run, cancellation) : Fire(run, cancellation);

    private unsafe Course Fire(PersonRun run, CancellationToken cancellation)
    {
        if (!run.Randomness) throw new Numerics.InputException($"The reactions of the model '{model.Model.Name}' fire at random, and a run without randomness was asked for; read the model as rate equations.");
        _reactions ??= new(model);
        RunFailure? failure = null;
        try
        {
            _course.Begin(run);
            _reactions.Start(run, _course.Start, _course.System.Parameters, options.MaximumSteps);
            _course.Enter(_reactions);
            while (_course.BeforeStep(out double limit))
            {
                cancellation.ThrowIfCancellationRequested();
                StepOutcome outcome = _reactions.Advance(model.FiresFreely ? Math.Min(limit, _course.NextOutput) : limit, model.FiresFreely);
                if (outcome != StepOutcome.Accepted) throw _course.Failed(outcome);
                _course.AfterStep();
            }
        }
        catch (RunFailure e)
        {
            failure = e;
        }
        return _course.Finish(failure, _reactions.Method, "reactions fire at random instants and nothing moves between" + NotInLanes);
    }

    private string NotInLanes => options.Executor == Executor.Lanes && model.OneByOne is { } why ? $"; one by one and not in lanes, because {why}" : "";

    private Course Integrate(PersonRun run, CancellationToken cancellation)
    {
        Stepper? stepper = null;
        SolverChoice? choice = null;
        RunFailure? failure = null;
        try
        {
            _course.Begin(run);
            choice = Choose(run);
            stepper = choice.Kind == SolverKind.Explicit ? _tsitouras ??= new(_course.System) : _rosenbrock ??= new(_course.System);
            stepper.Start(run.Start, _course.Start, _course.Control());
            _course.Enter(stepper);
            while (_course.BeforeStep(out double limit))
            {
                cancellation.ThrowIfCancellationRequested();
                StepOutcome outcome = stepper.Advance(limit);
                if (outcome != StepOutcome.Accepted) throw _course.Failed(outcome);
                _course.AfterStep();
                if (options.Method == SolverKind.Automatic && stepper is TsitourasStepper { TurnedStiff: true }) (stepper, choice) = HandOver(stepper, choice);
            }
        }
        catch (RunFailure e)
        {
            failure = e;
        }
        return _course.Finish(failure, stepper?.Method ?? "none", choice?.Why ?? "the run did not begin");
    }

    // The explicit method is right where a model has turned stiff, but slow.
    private unsafe (Stepper, SolverChoice) HandOver(Stepper from, SolverChoice choice)
    {
        _rosenbrock ??= new(_course.System);
        _rosenbrock.Start(from.Time, new ReadOnlySpan<double>(from.State, model.StateCount), _course.Control(), from.NextStep);
        _course.Enter(_rosenbrock);
        return (_rosenbrock, choice with { Why = FormattableString.Invariant($"{choice.Why}; from day {from.Time:G6} on by Rodas5P, since stability held the steps of Tsit5") });
    }

    private SolverChoice Choose(PersonRun run)
    {
        SolverChoice choice = options.Method != SolverKind.Automatic ? new(options.Method, "asked for by name; one by one")
            : ChooseMethod.For(_course.System, run.Start, _course.Start, run.End - run.Start);
        if (model.AlgebraicStates.Length > 0) choice = new(SolverKind.Rosenbrock, "the explicit method takes no algebraic equations");
        else if (model.Fast is not null) choice = new(SolverKind.Rosenbrock, "fast reactions are stiff at all times");
        return choice with { Why = choice.Why + NotInLanes };
    }
}
