using System.Globalization;
using System.Text.RegularExpressions;

namespace Enteraxis.Architecture.Tests;

public sealed class ParameterTests
{
    private static readonly Regex Spread = new(@"^(none|(lognormal|normal|logitnormal|bernoulli)\([-+0-9.eE]+\)|beta\([-+0-9.eE]+\s*,\s*[-+0-9.eE]+\))$", RegexOptions.CultureInvariant);

    [Fact]
    public void Every_parameter_has_value_unit_both_spreads_status_and_source()
    {
        List<string> faults = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (IReadOnlyDictionary<string, string> row in Repository.Table("models/parameters.tsv"))
        {
            string name = row["parameter"];
            if (!seen.Add(name)) faults.Add($"{name}: twice");
            if (!double.TryParse(row["value"], NumberStyles.Float, CultureInfo.InvariantCulture, out double v) || !double.IsFinite(v)) faults.Add($"{name}: value '{row["value"]}'");
            if (row["unit"].Length == 0) faults.Add($"{name}: no unit");
            if (!Spread.IsMatch(row["between_people"])) faults.Add($"{name}: between_people '{row["between_people"]}'");
            if (!Spread.IsMatch(row["uncertainty"])) faults.Add($"{name}: uncertainty '{row["uncertainty"]}'");
            if (row["status"] is not ("literature" or "calibrated" or "assumed")) faults.Add($"{name}: status '{row["status"]}'");
            if (row["evidence"].Length == 0) faults.Add($"{name}: no source");
        }
        Assert.NotEmpty(seen);
        Assert.Empty(faults);
    }

    [Fact]
    public void Every_evidence_id_that_a_parameter_cites_exists()
    {
        HashSet<string> known = [.. Repository.Table("evidence/evidence.tsv").Select(r => r["id"])];
        Assert.Empty(Repository.Table("models/parameters.tsv")
            .SelectMany(r => Regex.Matches(r["evidence"] + " " + r["note"], @"EV-[A-Z]+-\d+").Select(m => $"{r["parameter"]}: {m.Value}"))
            .Where(x => !known.Contains(x[(x.IndexOf(':', StringComparison.Ordinal) + 2)..])));
    }
}
