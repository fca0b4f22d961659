using Enteraxis.Statistics.Samples;

namespace Enteraxis.Statistics.Tests.Samples;

/// <summary>Rank tests, correlations and quantiles against R's.</summary>
public sealed class SampleReferenceTests
{
    [Fact]
    public void Kruskal_and_Wallis_s_test_is_kruskal_test()
    {
        Table quine = Table.Shared("quine");
        ChiSquareTest test = KruskalWallis.Test(quine.Numbers("Days"), [.. quine.Text("Age").Select(a => a[1] - '0')]);
        Reference.Meets(a => a == "Kruskal-Wallis Days by Age", row => row.Statistic switch { "statistic" => test.Statistic, "p" => test.P, _ => test.DegreesOfFreedom });
    }

    [Fact]
    public void Correlations_are_those_of_cor_test()
    {
        Table lung = Table.Shared("lung");
        Correlation spearman = Of(lung, "age", "meal.cal", (x, y) => Correlation.Spearman(x, y)), pearson = Of(lung, "wt.loss", "age", (x, y) => Correlation.Pearson(x, y));
        Reference.Meets(a => a.StartsWith("Spearman", StringComparison.Ordinal), row => row.Statistic == "statistic" ? spearman.SumOfSquares : spearman.P);
        Reference.Meets(a => a.StartsWith("Pearson", StringComparison.Ordinal), row =>
            row.Statistic switch { "statistic" => pearson.Statistic, "p" => pearson.P, "ci.lower" => pearson.Lower, "ci.upper" => pearson.Upper, _ => pearson.DegreesOfFreedom });
    }

    [Fact]
    public void Quantiles_of_all_nine_types_are_those_of_quantile()
    {
        double[] age = Table.Shared("lung").Numbers("age");
        Reference.Meets(a => a.StartsWith("quantile type", StringComparison.Ordinal), row => SampleQuantile.Of(age, Table.Number(row.Term[1..]) / 100, row.Analysis[14] - '0'));
    }

    private static Correlation Of(Table table, string first, string second, Func<double[], double[], Correlation> correlation)
    {
        (double First, double Second)[] pairs = [.. table.Numbers(first).Zip(table.Numbers(second)).Where(p => !double.IsNaN(p.First) && !double.IsNaN(p.Second))];
        return correlation([.. pairs.Select(p => p.First)], [.. pairs.Select(p => p.Second)]);
    }
}
