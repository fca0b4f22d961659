using System.Globalization;

namespace Enteraxis.Microbiome.Tests.Ecology;

/// <summary>Tables for tests: samples S0, S1 … and features f0, f1 … from rows of numbers.</summary>
internal static class SmallTable
{
    public static FeatureTable Of(params double[][] rows) => Of(rows, Names("f", rows[0].Length));

    public static FeatureTable Of(double[][] rows, string[] features, string[]? samples = null)
    {
        FeatureTableBuilder builder = new("t.tsv");
        builder.SampleIds.AddRange(samples ?? Names("S", rows.Length));
        builder.FeatureIds.AddRange(features);
        for (int s = 0; s < rows.Length; s++)
            for (int f = 0; f < features.Length; f++) builder.Add(s, f, rows[s][f], () => "");
        return builder.Build();
    }

    public static double[][] Dense(FeatureTable table)
    {
        double[][] rows = new double[table.SampleIds.Count][];
        for (int s = 0; s < rows.Length; s++)
        {
            rows[s] = new double[table.FeatureIds.Count];
            SparseVector row = table.Sample(s);
            for (int k = 0; k < row.Indices.Length; k++) rows[s][row.Indices[k]] = row.Values[k];
        }
        return rows;
    }

    private static string[] Names(string letter, int n) => [.. Enumerable.Range(0, n).Select(i => letter + i.ToString(CultureInfo.InvariantCulture))];
}
