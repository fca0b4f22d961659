using Enteraxis.Axis.Tests.Gut;
using Enteraxis.Simulation;
using Enteraxis.Studies.People;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Axis.Tests.Cohorts;

/// <summary>A sample sets the person, not the start: two samples under one diet still differ after two years.</summary>
public sealed class ProfilePersistenceTests
{
    // As long as the person study lets the control run.
    private static readonly double SolverDays = StudyFileReader.Read(Path.Combine(PartRun.Root, "studies", "person.yaml")).CompetitivenessDays;
    private static readonly IReadOnlyList<GuildRow> Guilds = GuildTable.Read(WholeAxis.Models("gut", "guilds.tsv")).Rows;
    private static readonly AxisModel Control = AxisModel.Read(WholeAxis.Models("gut", "competitiveness.ant"), WholeAxis.Parameters, CompetitivenessSolver.Observables(Guilds));
    private static readonly Dictionary<string, (double[] Observed, double[] Shares, double Butyrate, double Production)> Samples = new[] { "S1", "S2", "S3" }.ToDictionary(s => s, TwoYears, StringComparer.Ordinal);

    private static (double[], double[], double, double) TwoYears(string sample)
    {
        GutProfile profile = ProfileSource.Read(Path.Combine(PartRun.Root, "examples", "feature-table.tsv"), sample, WholeAxis.Models("gut"), Guilds);
        CompetitivenessSolver solver = new(Control, Guilds, profile, Cohort.Seed, SolverDays);
        Dictionary<string, double> person = new(WholeAxis.Presets["rrms"], StringComparer.Ordinal);
        Dictionary<string, double>? solved = solver.Read(Control.Simulator.Run(solver.Run(1, person)));
        Assert.NotNull(solved);
        foreach ((string name, double value) in solved) person[name] = value;
        string[] observables = [.. Guilds.Select(g => g.Share), "butyrate_absorbed", "scfa_production"];
        Course course = WholeAxis.Simulator(WholeAxis.Day, observables).Run(new PersonRun { Seed = Cohort.Seed, Person = 1, Values = person, End = 730, OutputTimes = [730] });
        Assert.Null(course.Failure);
        return (profile.Shares(Guilds, Cohort.Seed, 1), [.. Guilds.Select((_, i) => course.Values[0, i])], course.Values[0, Guilds.Count], course.Values[0, Guilds.Count + 1]);
    }

    private static double Distance(double[] a, double[] b) => a.Zip(b, (x, y) => Math.Abs(x - y)).Sum() / 2;

    [Theory]
    [InlineData("S1")]
    [InlineData("S2")]
    [InlineData("S3")]
    public void A_sample_keeps_its_shares_for_two_years(string sample)
    {
        (double[] observed, double[] shares, double butyrate, double production) = Samples[sample];
        double distance = Distance(observed, shares), worst = observed.Zip(shares, (o, s) => Math.Abs(o - s)).Max();
        TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant(
            $"{sample}: half the sum of differences {distance:F4}, largest difference of a share {worst:F4}; butyrate {butyrate:F1} of {production:F0} mmol/d; {string.Join(", ", Guilds.Select((g, i) => FormattableString.Invariant($"{g.Id} {observed[i]:F3} {shares[i]:F3}")))}"));
        // Within 0.04: a sample rich in mucus eaters asks for more than the flow of mucus feeds (S3), which no competitiveness can give.
        Assert.InRange(distance, 0, 0.05);
        Assert.InRange(worst, 0, 0.04);
    }

    [Theory]
    [InlineData("S1", "S2")]
    [InlineData("S1", "S3")]
    [InlineData("S2", "S3")]
    public void Two_samples_under_one_diet_still_differ_after_two_years(string one, string other)
    {
        double between = Distance(Samples[one].Shares, Samples[other].Shares), within = Math.Max(Distance(Samples[one].Observed, Samples[one].Shares), Distance(Samples[other].Observed, Samples[other].Shares));
        double ratio = Samples[one].Butyrate / Samples[other].Butyrate;
        TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant($"{one} and {other}: apart by {between:F3} of the community, butyrate ratio {ratio:F3}"));
        Assert.True(between > 3 * within, $"apart by {between}, each from its own sample by up to {within}");
        Assert.True(Math.Abs(Math.Log(ratio)) > 0.03, $"butyrate ratio {ratio}");
    }
}
