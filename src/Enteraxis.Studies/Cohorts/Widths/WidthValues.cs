namespace Enteraxis.Studies.Cohorts.Widths;

/// <summary>What the courses of the design gave, as the analysis of variance takes it.</summary>
/// <param name="main">One row a course of the main model, by set, person, repeat and arm: whether it failed, then outcomes by visit.</param>
/// <param name="readings">The same of every other reading, by person and arm; person j has set j modulo the number of sets, and the first repeat.</param>
internal sealed class WidthValues(WidthSizes sizes, int arms, int visits, double[][] main, double[][][] readings)
{
    internal int Courses => main.Length + readings.Sum(r => r.Length);

    internal int Failed => main.Count(r => r[0] != 0) + readings.Sum(r => r.Count(x => x[0] != 0));

    /// <summary>By [set][person][repeat]; NaN where a course failed.</summary>
    /// <param name="against">An arm whose value is taken away, of the same person, set and chance; null for the value itself.</param>
    internal double[][][] Crossed(int outcome, int visit, int arm, int? against) =>
        [.. Enumerable.Range(0, sizes.Sets).Select(k => Enumerable.Range(0, sizes.People).Select(j => Enumerable.Range(0, sizes.Repeats)
            .Select(r => Of(main, (k * sizes.People + j) * sizes.Repeats + r, outcome, visit, arm, against)).ToArray()).ToArray())];

    /// <summary>Another reading less the main model for the same people, parameters and chance; pairs without a failure.</summary>
    internal double[] Differences(int reading, int outcome, int visit, int arm, int? against) =>
        [.. Enumerable.Range(0, sizes.VariantPeople).Select(j => Of(readings[reading], j, outcome, visit, arm, against)
            - Of(main, (j % sizes.Sets * sizes.People + j) * sizes.Repeats, outcome, visit, arm, against)).Where(double.IsFinite)];

    private double Of(double[][] rows, int run, int outcome, int visit, int arm, int? against)
    {
        double One(int a) => rows[run * arms + a] is var row && row[0] == 0 ? row[1 + outcome * visits + visit] : double.NaN;
        return against is int other ? One(arm) - One(other) : One(arm);
    }
}
