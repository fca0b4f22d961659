using Enteraxis.Studies.Fermentation.Calibration;

namespace Enteraxis.Studies.Tests.Fermentation;

/// <summary>The calibration on measured stools, for anyone to run again; docs/design/fermentation.md holds the figures.</summary>
public sealed class CrossValidationTests
{
    private static int Repeats => SharedStools.Long ? 5 : 1;

    [Fact]
    public void Stools_of_unseen_households_are_estimated_with_intervals_that_hold()
    {
        SharedStools stools = SharedStools.Imsms;
        CalibrationSettings settings = SharedStools.Models.Settings();
        CrossValidation[] runs = [.. Enumerable.Range(0, Repeats).Select(r => CrossValidation.Of(stools.Samples, settings, 10, (ulong)r))];
        double[] bar = [0.50, 0.50, 0.40];
        for (int a = 0; a < SharedStools.Models.InStool.Count; a++)
        {
            double r = runs.Average(x => x.Correlation(stools.Samples, a)), coverage = runs.Average(x => x.Coverage(stools.Samples, a));
            SharedStools.Say($"{SharedStools.Models.InStool[a].Id}: r {r:F3} (least of repeats {runs.Min(x => x.Correlation(stools.Samples, a)):F3}), 90 % intervals hold {coverage:P1}, n {stools.Samples.Count}");
            if (a >= bar.Length) continue;
            Assert.True(r >= bar[a], $"acid {a}: r {r:F3}");
            Assert.InRange(coverage, 0.85, 0.95);
        }
    }

    [Fact]
    public void People_with_the_disease_are_estimated_to_hold_less_as_was_measured()
    {
        SharedStools stools = SharedStools.Imsms;
        CrossValidation run = CrossValidation.Of(stools.Samples, SharedStools.Models.Settings(), 10, 0);
        for (int a = 0; a < 3; a++)
        {
            double measured = Difference(stools, [.. stools.Measured(a)]), estimated = Difference(stools, [.. run.Estimate.Select(e => e[a])]);
            SharedStools.Say($"{SharedStools.Models.InStool[a].Id}: MS minus control, ln scale: measured {measured:F3}, estimated {estimated:F3}");
            Assert.Equal(Math.Sign(measured), Math.Sign(estimated));
        }
    }

    [Fact]
    public void Ridge_regression_and_a_sum_of_producers_stand_beside_the_model()
    {
        SharedStools stools = SharedStools.Imsms;
        string[] producers = ["bu1", "bu2", "bu3"];
        int[] places = [.. producers.Select(p => Installation.Library.Guilds.Rows.ToList().FindIndex(g => g.Id == p))];
        double naive = Correlations.Spearman([.. stools.Profiles.Select(p => places.Sum(g => p.Guilds[g]))], stools.Measured(2));
        SharedStools.Say($"sum of producers against butyrate: Spearman {naive:F3}");
        Assert.InRange(naive, -0.1, 0.3);
        GenusTable genera = GenusTable.Of(stools.Table, [.. stools.Profiles.Select(p => p.Sample)]);
        double[][] x = genera.LogRatios(genera.Common);
        for (int a = 0; a < 3; a++)
        {
            double[] y = stools.Measured(a);
            double r = Enumerable.Range(0, Repeats).Average(k => Correlations.Pearson(Unseen(x, y, BlockFolds.Deal([.. stools.Samples.Select(s => s.Block)], 10, (ulong)k)), y));
            SharedStools.Say($"{SharedStools.Models.InStool[a].Id}: ridge on {x[0].Length} genera r {r:F3}");
            Assert.InRange(r, 0.4, 0.7);
        }
    }

    [Fact]
    public void The_fit_on_all_stools_is_what_the_table_of_parameters_holds()
    {
        StoolFit fit = StoolCalibration.Fit(SharedStools.Imsms.Samples, SharedStools.Models.Settings());
        List<string> faults = [];
        foreach ((string name, double value) in Parameters(fit))
        {
            SharedStools.Say($"{name}\t{value:G6}");
            if (!(Math.Abs(SharedStools.Models.Stool(name) - value) <= 1e-4 + 2e-3 * Math.Abs(value))) faults.Add(FormattableString.Invariant($"stool.{name}: fitted {value:G6}, in the table {SharedStools.Models.Stool(name):G6}"));
        }
        Assert.Empty(faults);
    }

    internal static double[] Unseen(double[][] x, double[] y, int[] fold, double lambda = 300)
    {
        double[] estimate = new double[y.Length];
        for (int f = 0; f <= fold.Max(); f++)
        {
            int[] seen = [.. Enumerable.Range(0, y.Length).Where(i => fold[i] != f)];
            RidgeRegression fit = RidgeRegression.Fit([.. seen.Select(i => x[i])], [.. seen.Select(i => y[i])], lambda);
            for (int i = 0; i < y.Length; i++)
                if (fold[i] == f)
                    estimate[i] = fit.Predict(x[i]);
        }
        return estimate;
    }

    private static IEnumerable<(string Name, double Value)> Parameters(StoolFit fit)
    {
        for (int m = 0; m < fit.Weights.Length; m++)
        {
            yield return ("weight_" + SharedStools.Models.Markers[m], fit.Weights[m]);
            yield return ("usual_" + SharedStools.Models.Markers[m], fit.Usual[m]);
        }
        for (int a = 0; a < fit.Tilt.Length; a++)
        {
            string acid = SharedStools.Models.InStool[a].Stool, guild = SharedStools.Models.InStool[a].TiltGuild;
            yield return ("level_" + acid, Math.Exp(fit.LogLevel[a]));
            yield return ("absorb_distal_" + acid, fit.AbsorbDistal[a]);
            yield return ("scatter_" + acid, fit.Scatter[a]);
            if (guild.Length == 0) continue;
            yield return ("tilt_" + acid, fit.Tilt[a]);
            yield return ("usual_guild_" + guild, fit.UsualTilt[a]);
        }
    }

    private static double Difference(SharedStools stools, double[] values)
    {
        bool[] ms = [.. stools.People.Select(p => p["disease"] == "MS")];
        return values.Where((_, i) => ms[i]).Average() - values.Where((_, i) => !ms[i]).Average();
    }
}
