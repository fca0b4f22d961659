using Enteraxis.Numerics.Summaries;
using Enteraxis.Studies.People;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Studies.Tests.People;

/// <summary>Simulated people who share a person's answers, from the tables of this checkout.</summary>
public sealed class PersonDrawTests
{
    private const int Count = 600;

    private static double[] Drawn(string yaml, string parameter, ScienceLibrary? library = null)
    {
        PersonDraw draw = new(library ?? Installation.Library, Installation.Answers(yaml), 1, 2.66);
        return [.. Enumerable.Range(1, Count).Select(p => draw.Draw((ulong)p, (ulong)p).Values[parameter])];
    }

    [Fact]
    public void A_measured_trait_is_set_with_its_measurement_error()
    {
        // fibre: 15 % of the value.
        double[] fibre = Drawn("fibre: 20 g/day", "fibre");
        Assert.Equal(20, Moments.Mean(fibre), 4 * 3 / Math.Sqrt(Count));
        Assert.Equal(3, Moments.StandardDeviation(fibre), 0.35);
    }

    [Fact]
    public void A_trait_without_error_is_the_answer_itself() => Assert.All(Drawn("tobacco: 7", "tobacco"), x => Assert.Equal(7, x));

    [Fact]
    public void A_missing_trait_comes_from_the_population()
    {
        Assert.Equal(0.75, Moments.Mean(Drawn("age: 34", "female")), 0.07);
        double[] age = Drawn("sex: male", "age");
        Assert.Equal(38 - 2.66, Quantile.Median(age), 2.0);
        Assert.True(Moments.StandardDeviation(age) > 8);
    }

    [Fact]
    public void A_trait_that_nobody_draws_keeps_the_spread_of_the_parameter()
    {
        double[] fibre = Drawn("age: 34", "fibre");
        Assert.True(Moments.StandardDeviation(fibre) > 3);
    }

    [Fact]
    public void A_draw_is_a_function_of_seed_set_and_person_and_not_of_the_order_of_the_traits()
    {
        string yaml = "{age: 34, fibre: 20 g/day, weight: 70 kg, sleep: 7 hours, alcohol: 3 units/week}";
        using ScratchFolder folder = new();
        string[] lines = File.ReadAllLines(Installation.PathOf("models", "traits.tsv"));
        string[] head = [.. lines.TakeWhile(l => l.StartsWith('#') || l.StartsWith("key\t", StringComparison.Ordinal))];
        // Independent traits change places; a derived one stays behind those it is made from.
        string[] rows = [.. lines.Skip(head.Length)];
        string[] moved = [.. rows.Where(r => r.StartsWith("fibre\t", StringComparison.Ordinal) || r.StartsWith("alcohol\t", StringComparison.Ordinal) || r.StartsWith("sleep\t", StringComparison.Ordinal)).Reverse()];
        ScienceLibrary turned = Installation.Library with { Traits = TraitTable.Read(folder.Write("traits.tsv", string.Join('\n', [.. head, .. moved, .. rows.Except(moved)]) + "\n")) };
        foreach (string parameter in new[] { "fibre", "alcohol", "sleep_hours", "bmi_target", "female" })
            Assert.Equal(Drawn(yaml, parameter), Drawn(yaml, parameter, turned));
    }

    [Fact]
    public void The_measured_level_of_25_hydroxyvitamin_D_differs_by_its_error_only_in_what_is_solved_for_it()
    {
        double[] low = Drawn("vitamin_d: 30 nmol/L", "kinetics.calciol.sun_input"), high = Drawn("vitamin_d: 90 nmol/L", "kinetics.calciol.sun_input");
        Assert.True(low.Zip(high).All(p => p.First < p.Second));
        Assert.DoesNotContain(low.Concat(high), x => !(x > 0));
    }

    [Fact]
    public void A_treatment_becomes_its_intervention()
    {
        PersonDraw on = new(Installation.Library, Installation.Answers("treatment: anti_cd20"), 1, 2), off = new(Installation.Library, Installation.Answers("treatment: none"), 1, 2);
        Assert.Equal(["drug_anti_cd20"], on.Draw(1, 1).Treatments);
        Assert.Empty(off.Draw(1, 1).Treatments);
    }
}
