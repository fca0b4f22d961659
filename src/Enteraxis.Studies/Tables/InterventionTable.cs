using Enteraxis.Numerics.Tables;
using Enteraxis.Numerics;
using Enteraxis.Simulation;

namespace Enteraxis.Studies.Tables;

public enum StepKind { Set, Add, Scale, Ramp, Dose }

/// <param name="Target">A parameter or state of the model; of a dose, the dose's id.</param>
/// <param name="EndDay">Null: it lasts.</param>
public sealed record InterventionStep(string Intervention, string Label, int Order, StepKind Kind, string Target, double Value, string Unit, double StartDay, double? EveryDays, double? EndDay, string Note);

/// <summary>models/interventions.tsv: dated changes, days counted from the start of the intervention.</summary>
/// <remarks>
/// set, add and scale act on start_day and, where end_day is given, are taken back then. ramp adds the value bit by bit from start_day to
/// end_day, every every_days (default 7). dose gives value (in unit) every every_days up to end_day inclusive, once where that is empty.
/// A set that is taken back goes to the value before the intervention, whatever another intervention did to it meanwhile.
/// </remarks>
public sealed class InterventionTable
{
    private const double ShortestIntervalDays = 0.01;

    private readonly string _name;
    private readonly ILookup<string, InterventionStep> _steps;
    private readonly DoseTable _doses;

    private InterventionTable(string name, IReadOnlyList<InterventionStep> rows, DoseTable doses)
    {
        (_name, Rows, _doses) = (name, rows, doses);
        _steps = rows.OrderBy(r => r.Order).ToLookup(r => r.Intervention, StringComparer.Ordinal);
    }

    public IReadOnlyList<InterventionStep> Rows { get; }

    public bool Has(string intervention) => _steps.Contains(intervention);

    public static InterventionTable Read(string path, DoseTable doses)
    {
        TsvTable t = TsvTable.Read(path, "intervention", "label", "step", "kind", "target", "value", "unit", "start_day", "every_days", "end_day");
        return new InterventionTable(t.Name, [.. t.Rows.Select(r => Step(r, doses))], doses);
    }

    private static InterventionStep Step(TsvRow r, DoseTable doses)
    {
        InterventionStep s = new(r.Required("intervention"), r["label"], (int)r.Number("step"), Enum.Parse<StepKind>(r.Choice("kind", "set", "add", "scale", "ramp", "dose"), ignoreCase: true),
            r.Required("target"), r.Number("value"), r["unit"], r.Optional("start_day") ?? 0, r.Optional("every_days"), r.Optional("end_day"), r["note"]);
        if (s.StartDay < 0) throw r.Fault("start_day", "days count from the start of the intervention; write 0 or more.");
        if (s.EndDay < s.StartDay) throw r.Fault("end_day", "the end lies before the start.");
        if (s.EveryDays < ShortestIntervalDays) throw r.Fault("every_days", "one hundredth of a day is the least; leave the cell empty for once.");
        if (s.Kind == StepKind.Scale && s.Value <= 0) throw r.Fault("value", "a factor is positive; write set for 0.");
        if (s.Kind == StepKind.Ramp && !(s.EndDay > s.StartDay)) throw r.Fault("end_day", "a ramp needs the day on which it has risen in full, after its start.");
        if (s.Kind == StepKind.Dose)
            try
            {
                doses.Find(s.Target, s.Unit);
            }
            catch (InputException e)
            {
                throw r.Fault("target", e.Message);
            }
        return s;
    }

    /// <summary>Names that an intervention moves.</summary>
    public IEnumerable<string> Targets(string intervention) => Steps(intervention).Select(s => s.Kind == StepKind.Dose ? _doses.Find(s.Target, s.Unit).Target : s.Target).Distinct();

    /// <param name="start">Day of the model on which the interventions begin.</param>
    /// <param name="end">Nothing is scheduled from this day on.</param>
    /// <param name="before">The value of a parameter before the intervention, to go back to after a set with an end.</param>
    /// <returns>Sorted by time; of one time in the order of interventions and steps.</returns>
    public List<ScheduledChange> Schedule(IEnumerable<string> interventions, double start, double end, Func<string, double> before)
    {
        List<ScheduledChange> changes = [];
        foreach (string intervention in interventions)
            foreach (InterventionStep s in Steps(intervention))
                Unfold(s, start, end, before, changes);
        changes.RemoveAll(c => c.Time >= end);
        // A stable sort: the order of the study stays among changes of one instant.
        return changes.InOrder();
    }

    private IEnumerable<InterventionStep> Steps(string intervention) => _steps.Contains(intervention)
        ? _steps[intervention]
        : throw new InputException($"'{intervention}' is no intervention of {_name}; there are {string.Join(", ", _steps.Select(g => g.Key))}.");

    private void Unfold(InterventionStep s, double start, double end, Func<string, double> before, List<ScheduledChange> changes)
    {
        double from = start + s.StartDay, until = s.EndDay is double e ? start + e : double.PositiveInfinity;
        switch (s.Kind)
        {
            case StepKind.Set:
                changes.Add(new ScheduledChange(from, s.Target, ChangeKind.Set, s.Value));
                if (s.EndDay is not null) changes.Add(new ScheduledChange(until, s.Target, ChangeKind.Set, before(s.Target)));
                break;
            case StepKind.Add:
                changes.Add(new ScheduledChange(from, s.Target, ChangeKind.Add, s.Value));
                if (s.EndDay is not null) changes.Add(new ScheduledChange(until, s.Target, ChangeKind.Add, -s.Value));
                break;
            case StepKind.Scale:
                changes.Add(new ScheduledChange(from, s.Target, ChangeKind.Scale, s.Value));
                if (s.EndDay is not null) changes.Add(new ScheduledChange(until, s.Target, ChangeKind.Scale, 1 / s.Value));
                break;
            case StepKind.Ramp:
                double step = s.EveryDays ?? 7;
                int count = Math.Max(1, (int)Math.Round((until - from) / step));
                for (int i = 1; i <= count; i++)
                    changes.Add(new ScheduledChange(from + (until - from) * i / count, s.Target, ChangeKind.Add, s.Value / count));
                break;
            default:
                DoseRow dose = _doses.Find(s.Target, s.Unit);
                for (int i = 0; ; i++)
                {
                    double at = from + i * (s.EveryDays ?? 0);
                    // Half a hundredth of a day forgives the rounding of i·every.
                    if (at >= end || at > until + 0.5 * ShortestIntervalDays) break;
                    changes.Add(new ScheduledChange(at, dose.Target, ChangeKind.Add, s.Value * dose.PerUnit));
                    if (s.EveryDays is null) break;
                }
                break;
        }
    }
}
