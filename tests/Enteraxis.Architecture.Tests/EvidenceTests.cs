using System.Globalization;
using System.Text.RegularExpressions;

namespace Enteraxis.Architecture.Tests;

/// <summary>evidence/evidence.tsv: certainty follows from its reasons, contradictions stand on both sides, every source is one entry of references.bib.</summary>
public sealed class EvidenceTests
{
    private static readonly string[] Words = ["hypothesis", "very low", "low", "moderate", "high"];

    private static readonly IReadOnlyList<IReadOnlyDictionary<string, string>> Rows = Repository.Table("evidence/evidence.tsv");

    private static readonly IReadOnlyList<IReadOnlyDictionary<string, string>> Ladder = Repository.Table("evidence/certainty.tsv");

    [Fact]
    public void Every_row_has_direction_unit_population_kind_design_and_status()
    {
        HashSet<string> directions = ["up", "down", "none", "mixed", "level", "unknown"], kinds = ["calibration-target", "parameter", "context"], states = ["VERIFIED", "RECALLED", "DERIVED"];
        Assert.Empty(Rows.Where(r => !directions.Contains(r["direction"]) || !kinds.Contains(r["kind"]) || !states.Contains(r["status"]) || r["claim"].Length == 0 || r["unit"].Length == 0
            || r["population"].Length == 0 || r["source"].Length == 0 || (r["low"].Length == 0) != (r["high"].Length == 0) && r["id"] is not "EV-NH-020").Select(r => r["id"]));
        Assert.Equal(Rows.Count, Rows.Select(r => r["id"]).Distinct().Count());
    }

    [Fact]
    public void Certainty_follows_from_design_and_reasons() =>
        Assert.Empty(Rows.Where(r => r["certainty"] != Certainty(r)).Select(r => $"{r["id"]}: says {r["certainty"]}, its reasons give {Certainty(r)}"));

    [Fact]
    public void A_large_effect_lifts_no_row_that_is_biased_or_inconsistent() =>
        Assert.Empty(Rows.Where(r => r["up"] != "-" && Regex.IsMatch(r["down"], "risk-of-bias|inconsistency")).Select(r => r["id"]));

    [Fact]
    public void A_row_is_recalled_exactly_where_its_paper_was_not_opened() =>
        Assert.Empty(Rows.Where(r => (r["status"] == "RECALLED") != r["down"].Contains("not-read", StringComparison.Ordinal)).Select(r => r["id"]));

    [Fact]
    public void What_one_row_contradicts_contradicts_it()
    {
        Dictionary<string, string[]> says = Rows.ToDictionary(r => r["id"], r => r["contradicts"] == "-" ? [] : r["contradicts"].Split(' '), StringComparer.Ordinal);
        Assert.Empty(says.SelectMany(s => s.Value.Where(other => other == s.Key || !says.TryGetValue(other, out string[]? back) || !back.Contains(s.Key)).Select(other => $"{s.Key} -> {other}")));
        Assert.True(says.Count(s => s.Value.Length > 0) >= 30);
    }

    [Theory]
    [InlineData("EV-GUT-004", "EV-GUT-017")]
    [InlineData("EV-GUT-007", "EV-GUT-023")]
    [InlineData("EV-SCFA-040", "EV-SCFA-041")]
    [InlineData("EV-VITD-040", "EV-VITD-042")]
    [InlineData("EV-VITD-040", "EV-VITD-044")]
    [InlineData("EV-IMM-003", "EV-IMM-009")]
    [InlineData("EV-VITD-023", "EV-VITD-027")]
    [InlineData("EV-VITD-047", "EV-VITD-048")]
    [InlineData("EV-GUT-014", "EV-GUT-021")]
    [InlineData("EV-RISK-019", "EV-RISK-029")]
    [InlineData("EV-GUT-001", "EV-GUT-019")]
    [InlineData("EV-GUT-003", "EV-GUT-020")]
    public void Known_contradictions_stand_side_by_side(string one, string other) => Assert.Contains(other, Rows.Single(r => r["id"] == one)["contradicts"].Split(' '));

    [Fact]
    public void That_diet_restoration_probiotics_or_sleep_lower_relapses_stays_a_hypothesis() =>
        Assert.All(new[] { "EV-DIET-015", "EV-PRB-008", "EV-PRB-007", "EV-SLP-011" }, id => Assert.Equal("hypothesis", Rows.Single(r => r["id"] == id)["certainty"]));

    [Fact]
    public void Every_source_is_one_entry_with_an_identifier_and_no_entry_is_orphaned()
    {
        string bib = File.ReadAllText(Path.Combine(Repository.Root, "evidence", "references.bib"));
        Dictionary<string, string> entries = Regex.Matches(bib, @"@\w+\{(?<key>[a-z0-9_]+),(?<body>.*?)\n\}", RegexOptions.Singleline).ToDictionary(m => m.Groups["key"].Value, m => m.Groups["body"].Value, StringComparer.Ordinal);
        HashSet<string> cited = [.. Rows.SelectMany(r => Keys(r))];
        Assert.Empty(cited.Except(entries.Keys));
        Assert.Empty(entries.Keys.Except(cited));
        Assert.Empty(entries.Where(e => !Regex.IsMatch(e.Value, @"\b(doi = \{10\.|pmid = \{\d+\}|note = \{no DOI or PMID at hand\})")).Select(e => e.Key));
        Assert.True(entries.Count(e => e.Value.Contains("no DOI or PMID", StringComparison.Ordinal)) <= 26, "fewer, not more, sources without an identifier");
        Assert.Empty(Rows.Where(r => r["status"] == "VERIFIED" && Keys(r).Length == 0).Select(r => r["id"]));
        Assert.Empty(Rows.Where(r => r["doi"].Length > 0 && !Keys(r).Any(k => entries[k].Contains(r["doi"], StringComparison.Ordinal))).Select(r => $"{r["id"]}: {r["doi"]} is none of its entries'"));
    }

    [Fact]
    public void No_mark_of_a_lever_or_a_taxon_is_above_the_best_row_it_cites()
    {
        Dictionary<string, int> sure = Rows.ToDictionary(r => r["id"], r => Array.IndexOf(Words, r["certainty"]), StringComparer.Ordinal);
        List<string> faults = [];
        string levers = File.ReadAllText(Path.Combine(Repository.Root, "studies", "person.yaml"));
        foreach (Match m in Regex.Matches(levers, @"^ *evidence_mark: (?<mark>[a-z ]+?) *\n *evidence_text: .*\n *evidence: (?<ids>.*)$", RegexOptions.Multiline))
            Check(m.Groups["ids"].Value, m.Groups["mark"].Value, faults, sure);
        foreach (IReadOnlyDictionary<string, string> r in Repository.Table("models/gut/named_taxa.tsv").Where(r => r["evidence"].Contains("EV-", StringComparison.Ordinal)))
            Check(r["evidence"], r["evidence_mark"], faults, sure);
        Assert.Empty(faults);
    }

    private static void Check(string ids, string mark, List<string> faults, Dictionary<string, int> sure)
    {
        int best = Regex.Matches(ids, @"EV-[A-Z]+-\d+").Select(m => sure[m.Value]).DefaultIfEmpty(0).Max();
        if (Array.IndexOf(Words, mark) > best) faults.Add($"{ids}: marked {mark}, its best row is {Words[best]}");
    }

    private static string[] Keys(IReadOnlyDictionary<string, string> row) => row["key"] == "-" ? [] : [.. row["key"].Split(';').Select(k => k.Trim())];

    private static string Certainty(IReadOnlyDictionary<string, string> row)
    {
        int start = Array.IndexOf(Words, Value("design", row["design"]));
        return Words[start == 0 ? 0 : Math.Clamp(start - Steps("down", row["down"]) + Steps("up", row["up"]), 1, 4)];
    }

    private static int Steps(string part, string reasons) => reasons == "-" ? 0 : reasons.Split(';').Select(r => r.Trim().Split(':')).Sum(r =>
        int.Parse(Value(part, r[0]), CultureInfo.InvariantCulture) * (r.Length > 1 ? int.Parse(r[1], CultureInfo.InvariantCulture) : 1));

    private static string Value(string part, string name) => Ladder.Single(l => l["part"] == part && l["name"] == name)["value"];
}
