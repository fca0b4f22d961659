namespace Enteraxis.Axis.Tests.Cohorts;

/// <summary>The cohorts that several tests look at, each simulated once: 240 days of run-in, then two years; a screening year between them for the trial of 2006.</summary>
internal static class SharedCohorts
{
    public const double RunIn = 240, Year = 365, End = RunIn + 2 * Year;

    /// <summary>Day on which the eligible of the screened cohort begin their two years.</summary>
    public const double Baseline = RunIn + Year, ScreenedEnd = Baseline + 2 * Year;

    public static readonly string[] Observables = ["relapses", "t2_seen", "lesions", "gd_active", "edss", "axon_residual", "carbon_residual", "gut.carbon_in"];

    private static readonly Dictionary<string, Lazy<Cohort>> Regimes = new[] { ("healthy", 200, 1000), ("cis", 200, 400), ("rrms", 300, 4000), ("spms", 200, 400), ("ppms", 200, 400) }.ToDictionary(
        r => r.Item1, r => new Lazy<Cohort>(() => Cohort.Of(WholeAxis.Day, r.Item1, WholeAxis.Long ? r.Item3 : r.Item2, Monthly(End), Observables)), StringComparer.Ordinal);

    private static readonly Lazy<Cohort> Of2006 = new(() => Cohort.Of(WholeAxis.Day, "rrms_2006", WholeAxis.Long ? 6000 : 500, [0, RunIn, Baseline, Baseline + Year, ScreenedEnd], Observables));

    public static IEnumerable<string> Names => Regimes.Keys;

    /// <summary>Everybody of a regime.</summary>
    public static Cohort Regime(string preset) => Regimes[preset].Value;

    /// <summary>Whom a trial of 2006 screens.</summary>
    public static Cohort Screened => Of2006.Value;

    /// <summary>A relapse in the screening year and an EDSS of 0 to 5 at its end.</summary>
    public static bool Eligible(int person) => Screened.Change(person, RunIn, Baseline, "relapses") >= 1 && Screened.At(person, Baseline, "edss") <= 5;

    private static double[] Monthly(double end) => [.. Enumerable.Range(0, (int)(end / 30) + 1).Select(i => i * 30.0).Append(RunIn).Append(end).Distinct().Order()];
}
