using System.Globalization;
using System.Text;
using Enteraxis.Studies.GutReferences;
using Enteraxis.Studies.GutReferences.Association;
using Enteraxis.Studies.Tests.Fermentation;

namespace Enteraxis.Studies.Tests.GutReferences;

/// <summary>What models/gut/association_worth.tsv says of the score is what cross-validation over households of imsms_pub gives.</summary>
public sealed class AssociationWorthTests
{
    private const ulong Seed = 1;
    private static readonly AssociationScore Score = AssociationScore.Read(Installation.PathOf("models", "gut"));

    [Fact]
    public void The_score_is_worth_what_its_table_says()
    {
        SharedPeople pairs = SharedPeople.Pairs;
        (double[] mean, double[] sd, double total, double spread) = Controls(pairs);
        ScoreValidation v = Validate(pairs, [.. Score.Terms.Select((_, i) => i)]);
        StringBuilder text = new("quantity\tlabel\tvalue\tlow\thigh\n");
        void Line(string id, string label, double value, double? low = null, double? high = null) =>
            text.Append(CultureInfo.InvariantCulture, $"{id}\t{label}\t{value:G4}\t{low?.ToString("G4", CultureInfo.InvariantCulture)}\t{high?.ToString("G4", CultureInfo.InvariantCulture)}\n");
        Line("people", "People", v.Samples);
        Line("households", "Households", v.Blocks);
        Line("auc", "Chance that someone with MS scores above someone without (AUC)", v.Auc, v.AucLow, v.AucHigh);
        Line("pairs_right", "Share of households in which the one with MS scores higher", v.PairsRight!.Value);
        foreach ((string id, string label, int[] terms) in Alone())
        {
            ScoreValidation one = Validate(pairs, terms);
            Line(id, label, one.Auc, one.AucLow, one.AucHigh);
        }
        foreach (string site in pairs.Rows.Select(r => r["site"]).Distinct().Order(StringComparer.Ordinal))
        {
            int[] of = [.. Enumerable.Range(0, pairs.Rows.Count).Where(i => pairs.Rows[i]["site"] == site)];
            if (!ScoreValidation.Allows([.. of.Select(i => pairs.Rows[i]["disease"] == "MS")], [.. of.Select(i => pairs.Rows[i]["household"])])) continue;
            ScoreValidation there = Validate(pairs, [.. Score.Terms.Select((_, i) => i)], of);
            Line("auc_" + site.ToLowerInvariant().Replace(' ', '_'), $"AUC in {site} alone, {there.Samples} people", there.Auc, there.AucLow, there.AucHigh);
        }
        Line("calibration_slope", "Calibration slope (1 is right)", v.Slope);
        Line("calibration_intercept", "Calibration intercept (0 is right)", v.Intercept);
        Line("brier", "Mean squared miss of the chances foretold (Brier)", v.Brier);
        Line("brier_of_share", "The same, giving everybody the share of cases", v.BrierOfShare);
        for (int b = 0; b < v.Bins.Count; b++)
        {
            Line($"fifth_{b + 1}_foretold", $"Fifth {b + 1} of the people: mean chance foretold", v.Bins[b].Foretold);
            Line($"fifth_{b + 1}_seen", $"Fifth {b + 1} of the people: share with MS", v.Bins[b].Seen);
        }
        Line("control_mean", "Mean of the sum among household controls", total);
        Line("control_sd", "Its standard deviation there", spread);
        SharedStools.Say($"{text}");
        if (Environment.GetEnvironmentVariable("ENTERAXIS_WRITE") is { Length: > 0 } folder)
        {
            File.WriteAllText(Path.Combine(folder, "association_worth.tsv"), text.ToString());
            File.WriteAllLines(Path.Combine(folder, "association_terms.tsv"), Score.Terms.Select((t, i) => FormattableString.Invariant($"{t.Item.Name}\t{t.Weight}\t{mean[i]:G4}\t{sd[i]:G4}")));
            return;
        }
        foreach (string[] cells in text.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(l => l.Split('\t')))
        {
            ScoreFigure shipped = Score.Figure(cells[0]);
            Assert.Equal(double.Parse(cells[2], CultureInfo.InvariantCulture), shipped.Value, 1e-3);
            if (cells[3].Length > 0) Assert.Equal(double.Parse(cells[3], CultureInfo.InvariantCulture), shipped.Low!.Value, 1e-3);
        }
        for (int t = 0; t < Score.Terms.Count; t++)
        {
            Assert.Equal(mean[t], Score.Terms[t].Centre, 1e-2);
            Assert.Equal(sd[t], Score.Terms[t].Scale, 1e-2);
        }
    }

    [Fact]
    public void Shuffled_within_households_the_score_is_a_coin()
    {
        SharedPeople pairs = SharedPeople.Pairs;
        bool[] isCase = [.. pairs.Rows.Select(r => Enteraxis.Studies.Tables.StableHash.Of(r["household"]) % 2 == 0 == (r["disease"] == "MS"))];
        ScoreValidation v = ScoreValidation.Of([.. Enumerable.Range(0, pairs.Rows.Count).Select(i => Score.Logarithms(pairs.Shares, i)!)], [.. Score.Terms.Select(t => t.Weight)], isCase, [.. pairs.Rows.Select(r => r["household"])], Seed);
        Assert.InRange(v.Auc, 0.44, 0.56);
        Assert.InRange(v.AucLow, 0, 0.5);
        Assert.InRange(v.AucHigh, 0.5, 1);
    }

    private static IEnumerable<(string, string, int[])> Alone()
    {
        for (int t = 0; t < Score.Terms.Count; t++) yield return ($"auc_of_term_{t + 1}", $"AUC of {Score.Terms[t].Item.Name} alone", [t]);
        int[] without = [.. Enumerable.Range(0, Score.Terms.Count).Where(t => !NeedsOwnStudy(Score.Terms[t]))];
        yield return ("auc_without_own_study", "AUC of the terms on which two studies agree without counting iMSMS itself", without);
    }

    // Two studies beside the one that the score is tested on.
    private static bool NeedsOwnStudy(ScoreTerm t) => t.Evidence.Split(';').Count(e => e is not "EV-GUT-004" and not "EV-GUT-005") < 2;

    private static ScoreValidation Validate(SharedPeople pairs, int[] terms, int[]? who = null)
    {
        who ??= [.. Enumerable.Range(0, pairs.Rows.Count)];
        return ScoreValidation.Of([.. who.Select(i => (double[])[.. terms.Select(t => Score.Logarithms(pairs.Shares, i)![t])])], [.. terms.Select(t => Score.Terms[t].Weight)],
            [.. who.Select(i => pairs.Rows[i]["disease"] == "MS")], [.. who.Select(i => pairs.Rows[i]["household"])], Seed);
    }

    private static (double[], double[], double, double) Controls(SharedPeople pairs)
    {
        double[][] logs = [.. Enumerable.Range(0, pairs.Rows.Count).Where(i => pairs.Rows[i]["disease"] == "Control").Select(i => Score.Logarithms(pairs.Shares, i)!)];
        double[] mean = [.. Score.Terms.Select((_, t) => logs.Average(l => l[t]))];
        double[] sd = [.. Score.Terms.Select((_, t) => Math.Sqrt(logs.Average(l => (l[t] - mean[t]) * (l[t] - mean[t]))))];
        double[] sum = [.. logs.Select(l => Score.Terms.Select((term, t) => term.Weight * (l[t] - term.Centre) / term.Scale).Sum())];
        return (mean, sd, sum.Average(), Math.Sqrt(sum.Average(s => (s - sum.Average()) * (s - sum.Average()))));
    }
}
