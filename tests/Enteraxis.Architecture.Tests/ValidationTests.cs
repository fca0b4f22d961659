using System.Text.RegularExpressions;

namespace Enteraxis.Architecture.Tests;

/// <summary>Calibration never sees validation: the trials that are to be predicted steer nothing.</summary>
public sealed class ValidationTests
{
    private const string Trials = "published_trials", Scoreboard = "src/Enteraxis.Studies/Trials/";

    /// <summary>The laboratory part of a paper whose clinical part is listed among the trials, without a number and unscored; a target by the issue.</summary>
    private static readonly string[] LaboratoryRows = ["EV-PROP-001", "EV-PROP-003", "EV-SCFA-030"];

    private static readonly IReadOnlyList<IReadOnlyDictionary<string, string>> Published = Repository.Table("evidence/published_trials.tsv");

    private static readonly HashSet<string> Papers = [.. Published.Select(t => t["doi"]).Where(d => d.Length > 0)];

    [Fact]
    public void Only_the_scoreboard_reads_the_trials_to_be_predicted()
    {
        string[] readers = [.. Repository.SourceFiles("src").Where(f => File.ReadAllText(f).Contains(Trials, StringComparison.Ordinal)).Select(Repository.Relative)
            .Where(f => !f.StartsWith(Scoreboard, StringComparison.Ordinal))];
        Assert.Empty(readers);
        // A folder that is read as a whole would read them too.
        Assert.Empty(Repository.SourceFiles("src").Where(f => Regex.IsMatch(File.ReadAllText(f), @"Enumerate\w*\([^,;]*""evidence""|""evidence""\s*[\]}]\s*\.SelectMany")).Select(Repository.Relative));
    }

    [Fact]
    public void Every_scored_trial_has_a_number_a_unit_and_a_paper()
    {
        IReadOnlyDictionary<string, string>[] scored = [.. Published.Where(t => t["scored"] == "yes")];
        Assert.True(scored.Select(t => t["trial"]).Distinct().Count() >= 2);
        Assert.Empty(scored.Where(t => !double.TryParse(t["published"], System.Globalization.CultureInfo.InvariantCulture, out _) || t["unit"].Length == 0 || !t["doi"].StartsWith("10.", StringComparison.Ordinal)).Select(t => t["endpoint"]));
        Assert.Empty(Published.Where(t => t["scored"] != "yes" && !t["scored"].StartsWith("no: ", StringComparison.Ordinal)).Select(t => t["endpoint"]));
    }

    [Fact]
    public void No_parameter_prior_preset_or_target_cites_a_trial_to_be_predicted()
    {
        HashSet<string> forbidden = [.. Repository.Table("evidence/evidence.tsv").Where(r => Papers.Contains(r["doi"]) && !LaboratoryRows.Contains(r["id"])).Select(r => r["id"])];
        Assert.Contains("EV-VITD-040", forbidden);
        List<string> faults = [];
        foreach (string table in new[] { "models/parameters.tsv", "models/presets.tsv", "models/traits.tsv", "models/arrows.tsv", "models/population.tsv", "models/variants.tsv", "evidence/calibration_targets.tsv" })
            foreach (IReadOnlyDictionary<string, string> row in Repository.Table(table))
                faults.AddRange(row.Values.SelectMany(cell => Cited(cell).Where(forbidden.Contains).Concat(Papers.Where(p => cell.Contains(p, StringComparison.Ordinal)))
                    .Concat(Published.Select(t => t["trial"]).Distinct().Where(t => t.Any(char.IsUpper) && Regex.IsMatch(cell, $@"\b{Regex.Escape(t)}\b") && t is not "Mediterranean diet")))
                    .Select(x => $"{table}, {row.Values.First()}: {x}"));
        Assert.Empty(faults);
    }

    [Fact]
    public void Rows_of_trials_to_be_predicted_are_context_and_nothing_else() =>
        Assert.Empty(Repository.Table("evidence/evidence.tsv").Where(r => Papers.Contains(r["doi"]) && r["kind"] != "context" && !LaboratoryRows.Contains(r["id"])).Select(r => r["id"]));

    [Fact]
    public void Every_target_has_a_band_or_an_error_a_stage_and_known_evidence()
    {
        Dictionary<string, string> kinds = Repository.Table("evidence/evidence.tsv").ToDictionary(r => r["id"], r => r["kind"], StringComparer.Ordinal);
        HashSet<string> stages = ["gut", "immune", "course", "natural_history", "drugs", "tobacco", "vitamin_d"], seen = [];
        List<string> faults = [];
        foreach (IReadOnlyDictionary<string, string> t in Repository.Table("evidence/calibration_targets.tsv"))
        {
            if (!seen.Add(t["id"])) faults.Add($"{t["id"]}: twice");
            if (!stages.Contains(t["stage"])) faults.Add($"{t["id"]}: stage '{t["stage"]}'");
            double? value = Number(t["value"]), low = Number(t["low"]), high = Number(t["high"]), error = Number(t["se"]);
            if (error is null && (low is null || high is null || low > high) || error <= 0) faults.Add($"{t["id"]}: neither a band nor an error");
            if (low is not null && value is not null && (value < low || value > high)) faults.Add($"{t["id"]}: {value} lies outside its band");
            string[] ids = [.. Cited(t["evidence"])];
            if (ids.Length == 0 && !t["evidence"].Contains("house", StringComparison.Ordinal)) faults.Add($"{t["id"]}: no source");
            faults.AddRange(ids.Where(i => !kinds.ContainsKey(i)).Select(i => $"{t["id"]}: {i} is no row"));
        }
        Assert.Empty(faults);
        Assert.Equal(stages.Count, Repository.Table("evidence/calibration_targets.tsv").Select(t => t["stage"]).Distinct().Count());
    }

    private static IEnumerable<string> Cited(string cell) => Regex.Matches(cell, @"EV-[A-Z]+-\d+").Select(m => m.Value);

    private static double? Number(string text) => text.Length == 0 ? null : double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
