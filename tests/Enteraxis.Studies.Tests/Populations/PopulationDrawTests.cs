using Enteraxis.Numerics.Summaries;
using Enteraxis.Studies.Populations;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Studies.Tests.Populations;

public sealed class PopulationDrawTests
{
    private const int People = 4000;
    private static readonly ScienceLibrary Library = Installation.Library;
    private static readonly Lazy<PopulationPerson[]> Drawn = new(() => [.. Enumerable.Range(1, People).Select(i => new PopulationDraw(Library, 7).Draw("rrms", (ulong)i))]);

    private static double[] Of(string variable) => [.. Drawn.Value.Select(p => p.Traits[variable])];

    [Fact]
    public void Every_preset_can_be_drawn_and_nothing_in_it_is_unknown()
    {
        foreach (string preset in Library.Presets.Names)
            for (ulong i = 1; i <= 50; i++)
            {
                PopulationPerson p = new PopulationDraw(Library, 3).Draw(preset, i);
                Assert.All(p.Traits, t => Assert.True(double.IsFinite(t.Value), $"{preset}: {t.Key}"));
                Assert.All(p.Values, t => Assert.True(double.IsFinite(t.Value), $"{preset}: {t.Key}"));
                Assert.Equal(1, p.Shares!.Sum(), 12);
            }
    }

    [Fact]
    public void A_person_is_the_same_whoever_is_drawn_before_her()
    {
        PopulationDraw draw = new(Library, 7);
        Assert.Equal(Drawn.Value[99].Values, draw.Draw("rrms", 100).Values);
        Assert.Equal(Drawn.Value[99].Shares, draw.Draw("rrms", 100).Shares);
        Assert.NotEqual(Drawn.Value[99].Values, draw.Draw("rrms", 101).Values);
        Assert.NotEqual(Drawn.Value[99].Values, new PopulationDraw(Library, 8).Draw("rrms", 100).Values);
    }

    [Fact]
    public void Variables_have_the_middle_and_the_spread_of_their_rows()
    {
        // Standard errors of 4,000: of a median 1.25 s/√n, of an interquartile range about 1.6 s/√n.
        foreach ((string variable, double median, double spread) in new[] { ("bmi_target", 24.0, 0.168), ("fibre", 20.5, 0.392), ("saturated_fat", 25.9, 0.24) })
        {
            double[] ln = [.. Of(variable).Select(v => Math.Log(v))];
            Assert.Equal(Math.Log(median), Quantile.Of(ln, 0.5), 4 * 1.25 * spread / Math.Sqrt(People));
            Assert.Equal(1.349 * spread, Quantile.Of(ln, 0.75) - Quantile.Of(ln, 0.25), 4 * 1.6 * spread / Math.Sqrt(People));
        }
        Assert.Equal(0.75, Of("female").Average(), 0.03);
        Assert.Equal(0.25, Of("tobacco").Count(t => t > 0) / (double)People, 0.03);
        Assert.All(Of("age").Zip(Of("onset_age"), Of("duration")), x => Assert.Equal(Math.Clamp(x.Second + x.Third, 16, 75), x.First, 9));
    }

    [Fact]
    public void Variables_go_together_as_the_copula_says()
    {
        Assert.Equal(-0.37, Correlation(Of("fibre"), Of("saturated_fat")), 0.06);
        Assert.Equal(-0.45, Correlation(Of("fibre"), Of("sugar")), 0.06);
        Assert.Equal(0.83, Correlation(Of("share(bu3)"), Of("share(hyd)")), 0.04);
        Assert.Equal(0, Correlation(Of("latitude"), Of("fibre")), 0.06);
        Assert.True(Correlation(Of("fibre"), Of("omega3")) > 0.15, "what is said to go with fibre does");
    }

    [Fact]
    public void Uncertain_parameters_move_with_the_set_and_people_do_not()
    {
        PopulationDraw draw = new(Library, 7);
        PopulationPerson one = draw.Draw("rrms", 5, 1), other = draw.Draw("rrms", 5, 2), centre = draw.Draw("rrms", 5, 1, new Dictionary<string, double> { ["relapse.gamma"] = 0.9 });
        Assert.Equal(one.Traits, other.Traits);
        Assert.NotEqual(one.Values["gut.y_nsi"], other.Values["gut.y_nsi"]);
        Assert.NotEqual(one.Values["relapse.gamma"], centre.Values["relapse.gamma"]);
    }

    private static double Correlation(double[] a, double[] b)
    {
        double[] x = Ranks(a), y = Ranks(b);
        double mx = x.Average(), my = y.Average();
        // Of ranks: 6/π·asin(ρ/2) of the normal scores' ρ, turned back.
        double s = x.Zip(y, (p, q) => (p - mx) * (q - my)).Sum() / Math.Sqrt(x.Sum(p => (p - mx) * (p - mx)) * y.Sum(q => (q - my) * (q - my)));
        return 2 * Math.Sin(Math.PI * s / 6);
    }

    private static double[] Ranks(double[] x)
    {
        double[] ranks = new double[x.Length];
        int[] order = [.. Enumerable.Range(0, x.Length).OrderBy(i => x[i])];
        for (int r = 0; r < order.Length; r++) ranks[order[r]] = r;
        return ranks;
    }
}
