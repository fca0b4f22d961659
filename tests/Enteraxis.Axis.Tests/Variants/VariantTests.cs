using Enteraxis.Axis.Tests.Cohorts;
using Enteraxis.Axis.Tests.Gut;
using Enteraxis.Modelling.Models;
using Enteraxis.Simulation;
using Enteraxis.Studies.Tables;
using Enteraxis.Studies.Trials;

namespace Enteraxis.Axis.Tests.Variants;

/// <summary>Other readings of the mechanism (models/variants.tsv): the main model in the reference person, and another one where they part.</summary>
public sealed class VariantTests
{
    private static readonly ScienceLibrary Library = ScienceLibrary.Load(PartRun.Root);

    private static readonly Dictionary<string, ModelVariant> Variants = ModelVariant.Read(WholeAxis.Models("variants.tsv"), Library).ToDictionary(v => v.Id, StringComparer.Ordinal);

    private static readonly Dictionary<string, double> s_nothing = [];

    public static TheoryData<string> Ids => [.. Variants.Keys];

    [Fact]
    public void Each_reading_that_the_design_names_is_there() =>
        Assert.Equal(["akkermansia_company", "akkermansia_neutral", "direct_brain", "excitable_loop", "systemic_acids", "vitamin_d_periphery"], Variants.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void The_main_model_knows_nothing_of_files_of_variants()
    {
        foreach (Model model in (Model[])[WholeAxis.Day, WholeAxis.Hours])
            Assert.Empty(model.Parameters.Select(p => p.Name).Where(n => Library.Parameters.Find(n) is { } row && row.Note.StartsWith("variant ", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_variant_is_the_main_model_in_the_reference_person(string id)
    {
        string[] states = [.. WholeAxis.Day.States.Select(s => s.Name)];
        double[] main = Rest(ModelVariant.Main, states, s_nothing), other = Rest(Variants[id], states, s_nothing);
        for (int i = 0; i < states.Length; i++) Assert.True(Math.Abs(other[i] - main[i]) <= 0.002 * Math.Max(Math.Abs(main[i]), 1e-3), FormattableString.Invariant($"{states[i]}: {other[i]:G6}, the main model {main[i]:G6}"));
    }

    // What each variant says otherwise, in a person in whom it shows; gains that start from nothing are given a size.
    [Theory]
    [InlineData("direct_brain", "scfa_brain", 1.002, 10, "fibre=40")]
    [InlineData("vitamin_d_periphery", "permeability", 1.02, 10, "vitamin_d_intake=6000;barrier.gain_vitamin_d_barrier=0.3")]
    [InlineData("akkermansia_neutral", "mucus", 1.005, 10, "fibre=6")]
    [InlineData("akkermansia_company", "mucus", 1.005, 10, "fibre=40;gut.competitiveness_akk=1.6;wall.gain_foraging_mucus=0.3")]
    [InlineData("akkermansia_company", "mucus", 0.1, 0.999, "fibre=8;gut.competitiveness_akk=1.6;wall.gain_foraging_mucus=0.3")]
    [InlineData("systemic_acids", "treg_number", 0.7, 0.9, "propionate_intake=1000")]
    [InlineData("systemic_acids", "th17", 1.01, 10, "fibre=40;immune.gain_scfa_th17=0.3")]
    public void A_variant_parts_from_the_main_model_where_it_should(string id, string readout, double low, double high, string person)
    {
        Dictionary<string, double> values = person.Split(';').Select(p => p.Split('=')).ToDictionary(p => p[0], p => double.Parse(p[1], System.Globalization.CultureInfo.InvariantCulture), StringComparer.Ordinal);
        double ratio = Rest(Variants[id], [readout], values)[0] / Rest(ModelVariant.Main, [readout], values)[0];
        TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant($"{readout}: {ratio:F4} of the main model"));
        Assert.InRange(ratio, low, high);
    }

    [Fact]
    public void The_loop_lets_a_small_push_die_and_answers_a_larger_one_with_an_excursion_that_ends()
    {
        double[] days = [.. Enumerable.Range(0, 121).Select(d => (double)d)];
        double[] Th17(ModelVariant v, double push)
        {
            double[,] values = Course(v, ["th17"], new Dictionary<string, double> { ["th17"] = push }, days);
            return [.. days.Select((_, i) => values[i, 0])];
        }
        ModelVariant loop = Variants["excitable_loop"];
        double[] small = Th17(loop, 1.1), large = Th17(loop, 1.7), plain = Th17(ModelVariant.Main, 1.7);
        TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant($"pushed to 1.7: highest {large.Max():F2} on day {Array.IndexOf(large, large.Max())}, lowest {large.Min():F2} on day {Array.IndexOf(large, large.Min())}, last {large[^1]:F2}; main model on day 14 {plain[14]:F2}"));
        Assert.True(small.Max() <= 1.1001, $"{small.Max()}");
        Assert.Equal(plain[0], plain.Max());
        Assert.True(plain[14] < 1.15, $"{plain[14]}");
        Assert.InRange(large.Max(), 2, 6);
        Assert.InRange(large[100], 0.5, 1.1);
        // The induced regulatory cells outlast it: a while in which the next push finds less.
        Assert.True(large.Min() < 0.9, $"{large.Min()}");
    }

    private static double[] Rest(ModelVariant variant, string[] observables, IReadOnlyDictionary<string, double> values)
    {
        double[,] at = Course(variant, observables, values, [200]);
        return [.. observables.Select((_, i) => at[0, i])];
    }

    private static double[,] Course(ModelVariant variant, string[] observables, IReadOnlyDictionary<string, double> values, double[] days)
    {
        Model model = variant.Model.Length > 0 ? WholeAxis.Read(variant.Model.Split('/')) : WholeAxis.Day;
        Dictionary<string, double> all = new(variant.Values, StringComparer.Ordinal);
        foreach ((string name, double value) in values) all[name] = value;
        Course course = WholeAxis.Simulator(model, observables, 1e-7).Run(new PersonRun { Seed = 1, Person = 1, Values = all, End = days[^1], OutputTimes = days, Randomness = false });
        Assert.Null(course.Failure);
        return course.Values;
    }
}
