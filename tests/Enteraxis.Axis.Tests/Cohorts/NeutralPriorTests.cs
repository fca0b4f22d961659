using System.Text.RegularExpressions;
using Enteraxis.Simulation;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Axis.Tests.Cohorts;

/// <summary>What vitamin D, propionate, diet, probiotics and restoration do to immunity, lesions and brain starts from nothing, with a stated uncertainty.</summary>
public sealed partial class NeutralPriorTests
{
    // The number of regulatory cells after a capsule is a measured target; what that number does is in turn neutral (gain_treg_number_...).
    private static readonly string[] Measured = ["immune.gain_capsule_treg_number"];

    [GeneratedRegex(@"^(immune|lifestyle|virus|barrier|drive|glia|myelin|systems|clock|sleep|wellbeing)\.gain_(vitamin_d|scfa|capsule|ahr|lps|p_cresol|wall|fat|omega3|antioxidants|sugar|processed|western|fibre|probiotic|diversity|plasma|mucosa|treg_number|colonisation|diet)_")]
    private static partial Regex OfLevers();

    [Fact]
    public void Gains_of_levers_without_randomised_evidence_are_centred_on_nothing()
    {
        ParameterRow[] rows = [.. WholeAxis.Parameters.Rows.Where(r => OfLevers().IsMatch(r.Name) && !Measured.Contains(r.Name))];
        TestContext.Current.TestOutputHelper?.WriteLine($"{rows.Length} gains: {string.Join(", ", rows.Select(r => r.Name))}");
        Assert.True(rows.Length >= 25, $"the pattern finds only {rows.Length} gains; has a name changed?");
        Assert.All(rows, r =>
        {
            Assert.True(r.Value == 0, $"{r.Name} is {r.Value}");
            Assert.True(r.Uncertainty.Kind == SpreadKind.Normal && r.Uncertainty.A is > 0 and <= 0.5, $"{r.Name}: uncertainty {r.UncertaintyText}");
            Assert.True(r.Status == "assumed", r.Name);
        });
    }

    [Theory]
    [InlineData("vitamin_d_intake", 7393)]
    [InlineData("propionate_intake", 1000)]
    [InlineData("fibre", 40)]
    [InlineData("saturated_fat", 12)]
    [InlineData("ultra_processed", 0.1)]
    [InlineData("omega3", 3)]
    [InlineData("antioxidants", 2)]
    [InlineData("inulin", 10)]
    [InlineData("resistant_starch", 40)]
    [InlineData("probiotic_bifidobacterium", 1)]
    [InlineData("probiotic_lactobacillus", 1)]
    [InlineData("engraftment", 0.8)]
    public void A_lever_alone_moves_no_lesion_and_no_relapse_at_the_centre_of_the_priors(string lever, double value)
    {
        string[] seen = ["lesion_hazard", "relapse_hazard", "axon_loss", "lifestyle.infections_yearly"];
        double[] Rates(ScheduledChange[] schedule)
        {
            Course course = WholeAxis.Simulator(WholeAxis.Day, seen, 1e-8).Run(new PersonRun
            {
                Seed = 1, Person = 1, Values = WholeAxis.Presets["rrms"], Schedule = schedule, End = 200, OutputTimes = [200], Randomness = false,
            });
            Assert.Null(course.Failure);
            return [.. Enumerable.Range(0, seen.Length).Select(i => course.Values[0, i])];
        }
        double[] without = Rates([]), with = Rates([new ScheduledChange(10, lever, ChangeKind.Set, value)]);
        for (int i = 0; i < seen.Length; i++) Assert.True(Math.Abs(with[i] / without[i] - 1) < 1e-5, FormattableString.Invariant($"{lever} changes {seen[i]} by {100 * (with[i] / without[i] - 1):G3} %"));
    }
}
