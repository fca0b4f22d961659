using System.Globalization;
using System.Text.RegularExpressions;

namespace Enteraxis.Architecture.Tests;

/// <summary>"literature" is said of a value only where its source has that very value: an evidence row, the microPop data frames, a definition or arithmetic.</summary>
public sealed class LiteratureTests
{
    private const string DataFrames = "Kettle 2018 (microPop data frames)";

    // Sources without a row of evidence whose few numbers were compared with the source by eye, definitions and arithmetic.
    private static readonly string[] Others = ["Kettle, Louis, Flint (microPopGut manuscript)", "Hannay 2019", "process S: npj Biol Timing Sleep 2025", "Kurtzke 1983: distances", "definition of a relapse", "calendar", "arithmetic"];

    // From the figures of an evidence row to the parameter.
    private static readonly Dictionary<string, (string Row, Func<double, string, double> Of)> FromRows = new(StringComparer.Ordinal)
    {
        ["kinetics.availability_acetate"] = ("EV-SCFA-012", (v, _) => v / 100),
        ["kinetics.availability_propionate"] = ("EV-SCFA-013", (v, _) => v / 100),
        ["kinetics.availability_butyrate"] = ("EV-SCFA-014", (v, _) => v / 100),
        ["kinetics.propionate_molar"] = ("EV-SCFA-025", (v, _) => v / 1000),
        ["kinetics.calciol.half_life"] = ("EV-VITD-032", (v, _) => v),
        ["lesion.enhancement_median"] = ("EV-NH-043", (_, unit) => 7 * MedianIn(unit)),
        ["lesion.enhancement_spread"] = ("EV-NH-043", (v, unit) => Math.Sqrt(2 * Math.Log(v / MedianIn(unit)))),
        ["markers.volume_ageing"] = ("EV-NH-046", (v, _) => -v),
        ["female"] = ("EV-NH-051", (v, _) => v / (1 + v)),
    };

    // Guild by guild as published: growth a day on polysaccharide, starch and (second path) lactate or protein; the four corners of pH.
    private static readonly Dictionary<string, (double Fibre, double Starch, double Other, double[] Corners)> Groups = new(StringComparer.Ordinal)
    {
        ["bac"] = (12, 24, 24, [5.6, 6.35, 7.85, 8.6]),
        ["rsd"] = (3.6, 14.4, double.NaN, [5.35, 6.1, 7.6, 8.35]),
        ["fid"] = (16.8, 3.6, double.NaN, [5, 5.75, 7.25, 8]),
        ["bif"] = (7.2, 6, double.NaN, [4.95, 5.7, 7.2, 7.95]),
        ["bu1"] = (8.4, 8.4, double.NaN, [4.95, 5.7, 7.2, 7.95]),
        ["bu2"] = (14.4, 7.2, double.NaN, [4.85, 5.6, 7.1, 7.85]),
        ["bu3"] = (7.2, 7.2, 4.8, [4.85, 5.6, 7.1, 7.85]),
        ["vei"] = (7.2, 7.2, 4.8, [4.75, 5.5, 7, 7.75]),
        ["hyd"] = (7.2, 7.2, double.NaN, [5.25, 6, 7.5, 8.25]),
    };

    // Carbon of a product over carbon of all products in the published equation, formate, ethanol and carbon dioxide among them.
    private static readonly Dictionary<string, double> Shares = new(StringComparer.Ordinal)
    {
        ["ace_of_rsd"] = 4 / 6.0, ["ace_of_bif"] = 20 / 36.0, ["lac_of_bif"] = 12 / 36.0, ["but_of_bu1"] = 12 / 16.0, ["but_of_bu2"] = 28 / 44.0, ["lac_of_bu2"] = 6 / 44.0, ["ace_of_bu3"] = 4 / 60.0,
        ["but_of_bu3"] = 36 / 60.0, ["ace_of_vei"] = 4 / 18.0, ["ppa_of_vei"] = 12 / 18.0, ["ace_of_hyd"] = 1, ["but_of_bu3_lac"] = 12 / 16.0, ["ace_of_vei_lac"] = 2 / 9.0, ["ppa_of_vei_lac"] = 6 / 9.0,
        ["acetate_taken_bu1"] = 4 / 12.0, ["acetate_taken_bu2"] = 8 / 36.0, ["y_prt"] = 0.2, ["ph_steep"] = 4 / 0.75,
    };

    private static readonly IReadOnlyDictionary<string, string>[] Rows = [.. Repository.Table("models/parameters.tsv").Where(r => r["status"] == "literature")];

    [Fact]
    public void A_value_from_the_literature_is_the_value_of_the_row_it_cites()
    {
        Dictionary<string, IReadOnlyDictionary<string, string>> evidence = Repository.Table("evidence/evidence.tsv").ToDictionary(r => r["id"], StringComparer.Ordinal);
        List<string> faults = [];
        foreach (IReadOnlyDictionary<string, string> row in Rows.Where(r => r["evidence"].Contains("EV-", StringComparison.Ordinal)))
        {
            string name = row["parameter"];
            if (!FromRows.TryGetValue(name, out var from) || row["evidence"] != from.Row) faults.Add($"{name}: nothing says how {row["evidence"]} gives it");
            else Compare(name, Number(row["value"]), from.Of(Number(evidence[from.Row]["value"]), evidence[from.Row]["unit"]), faults);
            if (from.Row is not null && evidence[from.Row]["status"] == "RECALLED" && !row["note"].Contains("recalled", StringComparison.Ordinal)) faults.Add($"{name}: its row is recalled, its note does not say so");
        }
        Assert.Empty(faults);
    }

    [Fact]
    public void A_value_from_the_published_gut_groups_is_the_published_value()
    {
        List<string> faults = [];
        foreach (IReadOnlyDictionary<string, string> row in Rows.Where(r => r["evidence"] == DataFrames)) Compare(row["parameter"], Number(row["value"]), Published(row["parameter"]["gut.".Length..]), faults);
        Assert.Empty(faults);
    }

    [Fact]
    public void Recollections_and_quotients_of_two_studies_are_not_called_literature() =>
        Assert.Empty(Rows.Where(r => !r["evidence"].Contains("EV-", StringComparison.Ordinal) && r["evidence"] != DataFrames)
            .Where(r => r["evidence"].Contains("recalled", StringComparison.Ordinal) || !Others.Any(o => r["evidence"].StartsWith(o, StringComparison.Ordinal))).Select(r => $"{r["parameter"]}: {r["evidence"]}"));

    [Fact]
    public void No_draw_of_the_parameters_makes_alcohol_a_benefit()
    {
        IReadOnlyDictionary<string, string>[] gains = [.. Repository.Table("models/parameters.tsv").Where(r => r["parameter"].Contains(".gain_alcohol_", StringComparison.Ordinal))];
        Assert.True(gains.Length >= 3);
        Assert.All(gains, r => Assert.True(Number(r["value"]) >= 0 && r["uncertainty"].StartsWith("lognormal", StringComparison.Ordinal), $"{r["parameter"]}: {r["uncertainty"]}"));
    }

    private static double Published(string name)
    {
        if (Shares.TryGetValue(name, out double share)) return share;
        Match growth = Regex.Match(name, "^mu_(?<guild>[a-z0-9]+)_(?<food>nsi|nss|rst|prt|lac)$"), ph = Regex.Match(name, "^ph_(?<side>low|high)_(?<guild>[a-z0-9]+)$");
        if (growth.Success && Groups.TryGetValue(growth.Groups["guild"].Value, out var g))
            return growth.Groups["food"].Value switch { "nsi" or "nss" => g.Fibre, "rst" => g.Starch, _ => g.Other };
        if (ph.Success && Groups.TryGetValue(ph.Groups["guild"].Value, out g)) return ph.Groups["side"].Value == "low" ? (g.Corners[0] + g.Corners[1]) / 2 : (g.Corners[2] + g.Corners[3]) / 2;
        return double.NaN;
    }

    private static void Compare(string name, double value, double source, List<string> faults)
    {
        if (!(Math.Abs(value - source) <= 1e-3 * Math.Abs(source))) faults.Add(FormattableString.Invariant($"{name} is {value}, its source has {source:G6}"));
    }

    // "weeks mean (median 2)"
    private static double MedianIn(string unit) => Number(Regex.Match(unit, @"median (?<m>[0-9.]+)").Groups["m"].Value);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
