namespace Enteraxis.Simulation.Ensembles;

/// <summary>Counts courses in the order of the runs and says when too many have failed: so the verdict does not depend on threads.</summary>
internal sealed class Tally(EnsembleOptions options)
{
    private readonly SortedDictionary<FailureCause, int> _causes = [];
    private int _runs, _failures, _retried, _recovered;
    private string? _first;
    private SolverStatistics? _statistics;

    /// <exception cref="EnsembleStoppedException">With this one, too many have failed.</exception>
    internal void Add(Course course)
    {
        _runs++;
        _statistics ??= course.Statistics;
        if (course.FirstTry is not null)
        {
            _retried++;
            if (course.Failure is null) _recovered++;
        }
        if (course.Failure is null) return;
        _failures++;
        _first ??= course.Failure;
        if (course.Cause is FailureCause cause) _causes[cause] = _causes.GetValueOrDefault(cause) + 1;
        if (_failures > options.MostFailed * Math.Max(_runs, options.AtLeastOf))
            throw new EnsembleStoppedException(FormattableString.Invariant(
                $"{_failures} of the first {_runs} courses failed ({Causes()}), more than the {100 * options.MostFailed:0.###} % at which an ensemble stops. The first: {_first} Look there for extreme values of the model or of the people."));
    }

    internal EnsembleSummary Summary(int width, long attempts, long lanesUsed) => new()
    {
        Runs = _runs, Failures = _failures, FirstFailure = _first, Causes = _causes, Retried = _retried, Recovered = _recovered,
        Work = new(_statistics is { } s ? $"{s.Method} ({s.WhyThisMethod})" : "nobody was run", width, attempts, lanesUsed),
    };

    private string Causes() => string.Join(", ", _causes.Select(c => $"{c.Key}: {c.Value}"));
}
