using System.Globalization;
using System.Text;
using Enteraxis.Numerics.Summaries;
using Enteraxis.Numerics.Tables;
using Enteraxis.Studies.GutReferences;
using Enteraxis.Studies.Tests.Fermentation;

namespace Enteraxis.Studies.Tests.GutReferences;

/// <summary>models/gut/reference_groups.tsv and the published percentiles are what the shared data say.</summary>
public sealed class ReferenceGroupTests
{
    private const string Source = "iMSMS Consortium, Cell 2022, doi 10.1016/j.cell.2022.08.021";
    private static readonly double[] Levels = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95];

    [Fact]
    public void The_table_of_sites_and_cohorts_is_made_from_the_shared_data()
    {
        StringBuilder text = new("scope\tgroup\treference_n\tkind\titem\tp05\tp10\tp25\tp50\tp75\tp90\tp95\tsource\n");
        SharedPeople pairs = SharedPeople.Pairs;
        foreach (var site in Enumerable.Range(0, pairs.Rows.Count).Where(i => pairs.Rows[i]["disease"] == "Control").GroupBy(i => pairs.Rows[i]["site"]).OrderBy(g => g.Key, StringComparer.Ordinal))
            Add(text, "site", site.Key, pairs.Shares, [.. site], $"{Source}: household controls of the site");
        if (SharedStools.Long)
            foreach ((string name, string source, SharedPeople people) in SharedPeople.OtherControls()) Add(text, "cohort", name, people.Shares, [.. Enumerable.Range(0, people.Rows.Count)], source);
        TsvTable made = TsvTable.Parse("made", text.ToString().Split('\n'), "scope"), shipped = TsvTable.Read(TablePath, "scope");
        if (Environment.GetEnvironmentVariable("ENTERAXIS_WRITE") is { Length: > 0 } folder) File.WriteAllText(Path.Combine(folder, "reference_groups.tsv"), text.ToString());
        Dictionary<string, TsvRow> known = shipped.Rows.ToDictionary(Key, StringComparer.Ordinal);
        if (SharedStools.Long) Assert.Equal(made.Rows.Count, shipped.Rows.Count);
        foreach (TsvRow row in made.Rows)
            foreach (string column in (string[])["reference_n", "p05", "p50", "p95"])
                Assert.True(Math.Abs(row.Number(column) - known[Key(row)].Number(column)) <= 1e-3 * Math.Abs(row.Number(column)) + 1e-9, $"{Key(row)}, {column}: {row[column]} made, {known[Key(row)][column]} shipped; run again when taxa.tsv changes");
    }

    [Fact]
    public void The_published_percentiles_are_those_of_the_household_controls()
    {
        SharedPeople pairs = SharedPeople.Pairs;
        ReferenceSet shipped = ShippedReference.Read(Installation.PathOf("models", "gut"), SharedPeople.Tables);
        int[] controls = [.. Enumerable.Range(0, pairs.Rows.Count).Where(i => pairs.Rows[i]["disease"] == "Control")];
        for (int i = 0; i < pairs.Shares.Items.Count; i++)
        {
            if (!shipped.Laws.TryGetValue(pairs.Shares.Items[i], out IReferenceLaw? law)) continue;
            Assert.Equal(controls.Length, law.Count);
            ReferenceValues everybody = new(controls.Select(s => pairs.Shares[s, i]!.Share));
            double[] values = [.. controls.Select(s => pairs.Shares[s, i]!.Share).Order()];
            // At levels that it knows, where a share is not that of many people.
            foreach (double level in (double[])[0.1, 0.25, 0.5, 0.75, 0.9])
                if (Quantile.OfSorted(values, level) is > 0 and var share) Assert.InRange(law.PercentileOf(share), everybody.PercentileOf(share) - 3, everybody.PercentileOf(share) + 3);
        }
    }

    private static string TablePath => Installation.PathOf("models", "gut", "reference_groups.tsv");

    private static string Key(TsvRow row) => $"{row["scope"]}|{row["group"]}|{row["kind"]}|{row["item"]}";

    // A taxon that nobody of a cohort has may be absent or unknown to its taxonomy: nothing can be said.
    private static void Add(StringBuilder text, string scope, string group, ItemShares shares, int[] who, string source)
    {
        for (int i = 0; i < shares.Items.Count; i++)
        {
            double[] values = [.. who.Select(s => shares[s, i]).OfType<ItemShare>().Select(s => s.Share).Order()];
            if (values.Length < 10 || values[^1] == 0) continue;
            text.Append(CultureInfo.InvariantCulture, $"{scope}\t{group}\t{values.Length}\t{shares.Items[i].Kind}\t{shares.Items[i].Name}\t{string.Join('\t', Levels.Select(l => Quantile.OfSorted(values, l).ToString("G4", CultureInfo.InvariantCulture)))}\t{source}\n");
        }
    }
}
