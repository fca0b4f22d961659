using Enteraxis.Simulation;
using Enteraxis.Simulation.Ensembles;
using Enteraxis.Studies.People;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Studies.Fermentation;

/// <summary>One community on one diet: what decides its rest.</summary>
/// <param name="Shares">Guild shares in the order of the guild table; they sum to 1.</param>
/// <param name="Values">Parameters by flat name that differ from the table's (diet, transit).</param>
public sealed record RestRequest(double[] Shares, IReadOnlyDictionary<string, double> Values);

/// <summary>A community at rest.</summary>
/// <param name="Readings">In the order of the observables that were asked for.</param>
/// <param name="Start">States and parameters from which another diet can go on.</param>
public sealed record RestedCommunity(double[] Readings, IReadOnlyDictionary<string, double> Start);

/// <summary>Runs models/gut/competitiveness.ant until the community rests at given shares, then, where asked, on under another diet.</summary>
/// <remarks>Deterministic: the same shares and values give the same bits, whatever else is run beside them.</remarks>
public sealed class CommunityRest
{
    // The control cannot reach a share of zero.
    private const double LeastShare = 0.0005;

    /// <summary>Of the control model: 0 stops the search and lets the community follow its diet.</summary>
    private const string Control = "kappa";

    private readonly AxisModel _model;
    private readonly IReadOnlyList<GuildRow> _guilds;
    private readonly int _observables, _threads;
    private readonly double _days;

    /// <param name="days">How long the control runs; docs/design/gut.md says why 1,500.</param>
    /// <param name="threads">0: one per processor.</param>
    public CommunityRest(ScienceLibrary library, IReadOnlyList<string> observables, int threads = 0, double days = 1500)
    {
        (_guilds, _threads, _days, _observables) = (library.Guilds.Rows, threads, days, observables.Count);
        // One by one: a rest takes milliseconds, the code for lanes half a second to make, and one sample has the bits that it has among thousands.
        _model = AxisModel.Read(library.CompetitivenessPath, library.Parameters, [.. observables, .. CompetitivenessSolver.Observables(_guilds)], executor: Executor.Scalar);
        Columns = [.. observables.Select(_model.Column)];
    }

    private int[] Columns { get; }

    /// <returns>Null where the control failed.</returns>
    public RestedCommunity?[] Find(IReadOnlyList<RestRequest> requests, CancellationToken cancellation = default)
    {
        RestedCommunity?[] found = new RestedCommunity?[requests.Count];
        Run(requests.Count, i => Request(requests[i]), (i, course) =>
        {
            if (course.Failure is null) found[i] = new RestedCommunity(Row(course, 0), Start(course));
        }, cancellation);
        return found;
    }

    /// <summary>What becomes of communities at rest under dated changes of diet.</summary>
    /// <param name="schedule">Changes of exposures; those that the model does not know are passed over.</param>
    /// <returns>Readings by [day][observable]; null where the run failed.</returns>
    public double[][]?[] Follow(IReadOnlyList<RestedCommunity> from, IReadOnlyList<ScheduledChange> schedule, double[] days, CancellationToken cancellation = default)
    {
        double[][]?[] found = new double[from.Count][][];
        ScheduledChange[] known = [.. schedule.Where(c => _model.Settable(c.Name))];
        Run(from.Count, i => new PersonRun
        {
            Seed = 1, Person = 1, Values = new Dictionary<string, double>(from[i].Start, StringComparer.Ordinal) { [Control] = 0 }, Schedule = known, End = days[^1], OutputTimes = days, Randomness = false,
        }, (i, course) =>
        {
            if (course.Failure is null) found[i] = [.. Enumerable.Range(0, days.Length).Select(t => Row(course, t))];
        }, cancellation);
        return found;
    }

    private void Run(int count, Func<int, PersonRun> run, Action<int, Course> inOrder, CancellationToken cancellation) =>
        new EnsembleRunner(_model.Simulator, new EnsembleOptions { Threads = _threads, MostFailed = 0.5 }).Run(count, run, inOrder, cancellation);

    private PersonRun Request(RestRequest request)
    {
        Dictionary<string, double> values = _model.Restrict(request.Values);
        double[] shares = [.. request.Shares.Select(s => Math.Max(LeastShare, s))];
        double sum = shares.Sum();
        for (int g = 0; g < _guilds.Count; g++) values["target_" + _guilds[g].Id] = shares[g] / sum;
        return new PersonRun { Seed = 1, Person = 1, Values = values, End = _days, OutputTimes = [_days], Randomness = false };
    }

    private double[] Row(Course course, int time) => [.. Columns.Take(_observables).Select(c => course.Values[time, c])];

    private Dictionary<string, double> Start(Course course)
    {
        Dictionary<string, double> start = new(StringComparer.Ordinal);
        for (int i = 0; i < _model.StateNames.Count; i++) start[_model.StateNames[i]] = course.FinalStates[i];
        for (int i = 0; i < _model.ParameterNames.Count; i++) start[_model.ParameterNames[i]] = course.FinalParameters[i];
        return start;
    }
}
