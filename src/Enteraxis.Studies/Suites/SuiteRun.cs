using System.Diagnostics;
using Enteraxis.Numerics;
using Enteraxis.Studies.People;

namespace Enteraxis.Studies.Suites;

/// <summary>Runs cases on all cores, each within a limit of time.</summary>
public static class SuiteRun
{
    /// <summary>Past it a case has failed: none may hang.</summary>
    public const double SecondsPerCase = 300;

    /// <param name="secondsPerCase">On the clock: more where the machine is shared.</param>
    public static IReadOnlyList<CaseOutcome> Run(IReadOnlyList<SuiteCase> cases, IProgress<StudyProgress>? progress, CancellationToken cancellation, double secondsPerCase = SecondsPerCase)
    {
        CaseOutcome[] outcomes = new CaseOutcome[cases.Count];
        ProgressMeter meter = new(cases.Count, progress);
        Parallel.For(0, cases.Count, new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount }, i =>
        {
            outcomes[i] = One(cases[i], secondsPerCase, cancellation);
            meter.Add(1, "cases");
        });
        return outcomes;
    }

    private static CaseOutcome One(SuiteCase c, double seconds, CancellationToken cancellation)
    {
        Stopwatch clock = Stopwatch.StartNew();
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(TimeSpan.FromSeconds(seconds));
        CaseOutcome Outcome(Verdict verdict, string why, double worst) => new(c, verdict, why, worst, clock.Elapsed.TotalSeconds);
        try
        {
            (double worst, string why) = c.Kind switch
            {
                CaseKind.TimeCourse => TimeCourseCase.Run(c, limit.Token),
                CaseKind.FluxBalance => FluxCase.Run(c, limit.Token),
                _ => StochasticCase.Run(c, limit.Token),
            };
            return Outcome(why.Length == 0 ? Verdict.Passed : Verdict.Failed, why, worst);
        }
        catch (InputException e)
        {
            return Outcome(Verdict.Refused, e.Message, double.PositiveInfinity);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return Outcome(Verdict.Failed, $"The limit of {seconds} seconds a case was reached.", double.PositiveInfinity);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // A suite's business is to find the program's own faults too: counted, never the end of the run.
            return Outcome(Verdict.Failed, $"Fault of the program: {e.GetType().Name}: {e.Message}", double.PositiveInfinity);
        }
    }
}
