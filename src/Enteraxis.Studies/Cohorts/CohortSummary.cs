using Enteraxis.Numerics.Summaries;
using Enteraxis.Simulation.Ensembles;

namespace Enteraxis.Studies.Cohorts;

/// <param name="Rate">Events a person and year.</param>
/// <param name="Dispersion">Variance of the counts between people over their mean, in that year; 1 for Poisson counts, NaN without events.</param>
public sealed record EventRate(int Arm, int Kind, int Year, double Rate, double Dispersion, double ShareNone);

/// <param name="Years">From entering to the milestone by which half of the people have reached it; NaN where fewer have.</param>
/// <param name="Reached">Share of people at the end of each whole year, from year 0 to the last one in which a milestone can still be confirmed.</param>
public sealed record MilestoneCurve(int Arm, int Milestone, double Years, IReadOnlyList<double> Reached);

/// <summary>What a cohort's people have in common, gathered person by person in memory that does not grow with them but for one number a person and milestone.</summary>
public sealed class CohortSummary
{
    private readonly CohortFile _file;
    private readonly double[] _visits;
    private readonly int _years;
    private readonly CourseSummary[] _courses;
    private readonly double[,,] _sum, _squares;
    private readonly int[,,] _none;
    private readonly List<double>[,] _reached;

    public CohortSummary(CohortFile file, ulong seed)
    {
        (_file, _visits) = (file, file.VisitDays);
        _years = Math.Max(1, (int)Math.Floor(_visits[^1] / 365.25 + 1e-9));
        int arms = file.Arms.Count;
        _courses = [.. file.Arms.Select(_ => new CourseSummary(_visits.Length, file.Readouts.Count, seed, kept: 2000))];
        (_sum, _squares, _none) = (new double[arms, file.Events.Count, _years], new double[arms, file.Events.Count, _years], new int[arms, file.Events.Count, _years]);
        _reached = new List<double>[arms, file.Milestones.Count];
        for (int a = 0; a < arms; a++)
            for (int m = 0; m < file.Milestones.Count; m++) _reached[a, m] = [];
    }

    public int Failed { get; private set; }

    /// <summary>People of an arm in the figures.</summary>
    public int People(int arm) => _courses[arm].People;

    /// <summary>Means, spreads and quantiles by visit and read-out.</summary>
    public CourseSummary Courses(int arm) => _courses[arm];

    public int Years => _years;

    public void Add(CohortMember member)
    {
        foreach (CohortCourse c in member.Courses)
        {
            if (c.Failed)
            {
                Failed++;
                continue;
            }
            _courses[c.Arm].Add(c.Values);
            Count(c);
            for (int m = 0; m < _file.Milestones.Count; m++) _reached[c.Arm, m].Add(Reached(c, _file.Milestones[m]));
        }
    }

    public IEnumerable<EventRate> Rates()
    {
        for (int a = 0; a < _file.Arms.Count; a++)
            for (int k = 0; k < _file.Events.Count; k++)
                for (int y = 0; y < _years; y++)
                {
                    double n = People(a), mean = _sum[a, k, y] / n, variance = (_squares[a, k, y] - n * mean * mean) / (n - 1);
                    yield return new EventRate(a, k, y + 1, mean, mean > 0 ? variance / mean : double.NaN, _none[a, k, y] / n);
                }
    }

    public IEnumerable<MilestoneCurve> Curves()
    {
        for (int a = 0; a < _file.Arms.Count; a++)
            for (int m = 0; m < _file.Milestones.Count; m++)
            {
                double[] days = [.. _reached[a, m].Order()];
                double half = days.Length == 0 ? double.NaN : Quantile.Of(days, 0.5);
                yield return new MilestoneCurve(a, m, double.IsFinite(half) ? half / 365.25 : double.NaN,
                    [.. Enumerable.Range(0, 1 + (int)Math.Max(0, Math.Floor((_visits[^1] - _file.Milestones[m].ConfirmedDays) / 365.25 + 1e-9))).Select(y => days.Count(d => d <= 365.25 * y) / (double)Math.Max(1, days.Length))]);
            }
    }

    private void Count(CohortCourse c)
    {
        int[,] counts = new int[_file.Events.Count, _years];
        foreach (WrittenEvent e in c.Events)
            if ((int)(e.Day / 365.25) is var year && year < _years) counts[e.Kind, year]++;
        for (int k = 0; k < _file.Events.Count; k++)
            for (int y = 0; y < _years; y++)
            {
                _sum[c.Arm, k, y] += counts[k, y];
                _squares[c.Arm, k, y] += (double)counts[k, y] * counts[k, y];
                if (counts[k, y] == 0) _none[c.Arm, k, y]++;
            }
    }

    /// <summary>Day of the visit from which the level holds; infinite where it is not reached, or not seen to hold.</summary>
    private double Reached(CohortCourse c, CohortMilestone milestone)
    {
        int column = Enumerable.Range(0, _file.Readouts.Count).First(i => _file.Readouts[i] == milestone.Readout);
        double[] score = [.. Enumerable.Range(0, _visits.Length).Select(v => c.Values[v, column])];
        return HeldLevel.First(_visits, score, milestone.Level, milestone.ConfirmedDays) ?? double.PositiveInfinity;
    }
}
