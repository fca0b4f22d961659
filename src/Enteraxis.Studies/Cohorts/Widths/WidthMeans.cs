namespace Enteraxis.Studies.Cohorts.Widths;

/// <summary>Means of what is forecast over all people of the cohort, gathered person by person.</summary>
internal sealed class WidthMeans(WidthPlan plan, CohortFile file)
{
    private readonly double[] _days = file.VisitDays;
    private readonly double[,,] _sum = new double[2 * file.Arms.Count, plan.Outcomes.Count, plan.Visits.Count];
    private readonly int[] _people = new int[2 * file.Arms.Count];

    internal void Add(CohortMember member)
    {
        foreach (CohortCourse c in member.Courses.Where(c => !c.Failed))
        {
            Add(c.Arm, (o, v) => plan.Outcomes[o].Value(c, v, _days[v]));
            if (member.Courses[0] is { Failed: false } first) Add(file.Arms.Count + c.Arm, (o, v) => plan.Outcomes[o].Value(c, v, _days[v]) - plan.Outcomes[o].Value(first, v, _days[v]));
        }
    }

    /// <param name="against">The first arm's value of the same people is taken away.</param>
    /// <returns>NaN without people.</returns>
    internal (double Mean, int People) Of(int outcome, int visit, int arm, bool against)
    {
        int row = (against ? file.Arms.Count : 0) + arm;
        return (_sum[row, outcome, visit] / _people[row], _people[row]);
    }

    private void Add(int row, Func<int, int, double> value)
    {
        _people[row]++;
        for (int o = 0; o < plan.Outcomes.Count; o++)
            for (int t = 0; t < plan.Visits.Count; t++) _sum[row, o, t] += value(o, plan.Visits[t]);
    }
}
