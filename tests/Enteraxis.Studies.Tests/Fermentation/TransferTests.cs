using Enteraxis.Studies.Fermentation.Calibration;

namespace Enteraxis.Studies.Tests.Fermentation;

/// <summary>The frozen table of parameters on cohorts that it was not fitted to, beside ridge regression that travels the same way.</summary>
public sealed class TransferTests
{
    [Fact]
    public void Two_other_cohorts_are_ordered_without_refitting()
    {
        foreach ((string name, SharedStools stools) in new[] { ("mars_ibs_2020", SharedStools.Irritable()), ("kang_autism_2017", SharedStools.Children()) })
        {
            double[] own = Own(stools), ridge = Ridge(stools);
            for (int a = 0; a < 3; a++) SharedStools.Say($"{name} {SharedStools.Models.InStool[a].Id}: r {own[a]:F3}, ridge {ridge[a]:F3}, n {stools.Samples.Count}, left out {stools.LeftOut.Count}");
            Assert.All(own, r => Assert.True(r > 0.1, $"{name}: r {r:F3}"));
        }
    }

    [Fact]
    public void A_cohort_that_was_closed_until_the_parameters_were_frozen_is_ordered_nearly_as_ridge_regression_would()
    {
        SharedStools stools = SharedStools.Colonoscopy();
        double[] own = Own(stools), ridge = Ridge(stools);
        for (int a = 0; a < 3; a++) SharedStools.Say($"crc_scfa {SharedStools.Models.InStool[a].Id}: r {own[a]:F3}, ridge {ridge[a]:F3}, quotient {own[a] / ridge[a]:F2}, n {stools.Samples.Count}, left out {stools.LeftOut.Count}");
        foreach (string m in SharedStools.Models.Markers.Where(m => double.IsNaN(stools.Profiles[0].Markers[m]))) SharedStools.Say($"not in this taxonomy: {m}");
        // Another laboratory, another way of weighing stool: levels are shown, the order alone is asked for.
        StoolFit frozen = Frozen();
        for (int a = 0; a < 3; a++)
        {
            double[] gap = [.. stools.Samples.Select(x => x.Measured[a] - frozen.Predict(x)[a]).Where(double.IsFinite)];
            SharedStools.Say($"crc_scfa {SharedStools.Models.InStool[a].Id}: measured over estimated {Math.Exp(gap.Average()):F2}, within the 90 % interval {gap.Count(g => Math.Abs(g) <= 1.6448536 * frozen.Scatter[a]) / (double)gap.Length:P0}");
        }
        for (int a = 0; a < 3; a++) Assert.True(own[a] >= 0.8 * ridge[a], $"acid {a}: r {own[a]:F3}, ridge {ridge[a]:F3}");
    }

    /// <summary>Pearson's r on the log scale of the model as its tables stand.</summary>
    internal static double[] Own(SharedStools stools)
    {
        StoolFit frozen = Frozen();
        double[][] estimate = [.. stools.Samples.Select(frozen.Predict)];
        return [.. Enumerable.Range(0, 3).Select(a => Correlations.Pearson([.. estimate.Select(e => e[a])], stools.Measured(a)))];
    }

    /// <summary>Ridge on the genera common in the calibration cohort, as far as the other taxonomy has their names.</summary>
    internal static double[] Ridge(SharedStools stools)
    {
        SharedStools home = SharedStools.Imsms;
        GenusTable there = GenusTable.Of(stools.Table, [.. stools.Profiles.Select(p => p.Sample)]), here = GenusTable.Of(home.Table, [.. home.Profiles.Select(p => p.Sample)]);
        string[] shared = [.. here.Common.Where(there.All.Contains)];
        double[][] x = here.LogRatios(shared), other = there.LogRatios(shared);
        SharedStools.Say($"ridge carries {shared.Length} of {here.Common.Count} genera");
        return [.. Enumerable.Range(0, 3).Select(a =>
        {
            RidgeRegression fit = RidgeRegression.Fit(x, home.Measured(a), 300);
            return Correlations.Pearson([.. other.Select(fit.Predict)], stools.Measured(a));
        })];
    }

    /// <summary>The fit as models/parameters.tsv holds it.</summary>
    internal static StoolFit Frozen()
    {
        var m = SharedStools.Models;
        return new StoolFit(m.Settings(), [.. m.Markers.Select(k => m.Stool("weight_" + k))], [.. m.Markers.Select(k => m.Stool("usual_" + k))],
            [.. m.InStool.Select(a => a.TiltGuild.Length > 0 ? m.Stool("usual_guild_" + a.TiltGuild) : 0)], [.. m.InStool.Select(a => a.TiltGuild.Length > 0 ? m.Stool("tilt_" + a.Stool) : 0)],
            [.. m.InStool.Select(a => Math.Log(m.Stool("level_" + a.Stool)))], [.. m.InStool.Select(a => m.Stool("absorb_distal_" + a.Stool))], [.. m.InStool.Select(a => m.Stool("scatter_" + a.Stool))]);
    }
}
