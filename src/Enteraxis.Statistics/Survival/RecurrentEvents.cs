namespace Enteraxis.Statistics.Survival;

/// <summary>
/// Histories with several events a person as rows (start, stop] for Andersen and Gill's model: <see cref="Times"/> goes to a Cox model with
/// <see cref="Person"/> as clusters (Annals of Statistics 10:1100, 1982; robust variance by Lin and Wei).
/// </summary>
/// <remarks>The hazard is taken not to depend on earlier events but through covariates; the robust variance makes up for people who differ. Not where an event ends the risk of others.</remarks>
public sealed class RecurrentEvents
{
    private RecurrentEvents(SurvivalTimes times, int[] person) => (Times, Person) = (times, person);

    public SurvivalTimes Times { get; }

    /// <summary>The person of each row.</summary>
    public int[] Person { get; }

    /// <param name="events">Times of each person's events, ascending; those after the end or not after the start of observation are left out, two on one time count once.</param>
    /// <param name="until">End of each person's observation.</param>
    /// <param name="from">Its beginning; null is 0.</param>
    /// <exception cref="ArgumentException">Lengths differ, or an end is not after its beginning.</exception>
    public static RecurrentEvents Of(IReadOnlyList<IReadOnlyList<double>> events, IReadOnlyList<double> until, IReadOnlyList<double>? from = null)
    {
        if (events.Count != until.Count || from is not null && from.Count != until.Count) throw new ArgumentException("Events and ends of observation must have one entry a person.", nameof(until));
        List<double> start = [], stop = [];
        List<bool> happened = [];
        List<int> person = [];
        for (int i = 0; i < events.Count; i++)
        {
            double at = from?[i] ?? 0;
            foreach (double t in events[i])
            {
                if (!(t > at) || t > until[i]) continue;
                Add(i, at, t, true);
                at = t;
            }
            if (at < until[i]) Add(i, at, until[i], false);
        }
        return new(new([.. stop], [.. happened], [.. start]), [.. person]);

        void Add(int i, double a, double b, bool event_)
        {
            person.Add(i);
            start.Add(a);
            stop.Add(b);
            happened.Add(event_);
        }
    }
}
