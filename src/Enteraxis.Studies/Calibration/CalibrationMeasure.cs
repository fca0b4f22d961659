using Enteraxis.Numerics.Random;
using Enteraxis.Numerics.Summaries;
using Enteraxis.Statistics.Disability;
using Enteraxis.Statistics.Survival;
using Enteraxis.Studies.Cohorts;
using Enteraxis.Studies.Trials;

namespace Enteraxis.Studies.Calibration;

public enum MeasureKind
{
    /// <summary>Mean change of a read-out between two looks, over a divisor.</summary>
    MeanChange,

    /// <summary>Standard deviation of that change between people.</summary>
    SdChange,

    /// <summary>Variance of that change over its mean.</summary>
    DispersionChange,

    /// <summary>Mean of a read-out over people and looks.</summary>
    MeanLevel,

    /// <summary>How much the mean of a read-out moved between two looks, in percent of the first.</summary>
    PercentOfMeans,

    /// <summary>Median over people of their own change in percent.</summary>
    MedianPercentChange,

    /// <summary>Share with confirmed worsening of a score by the last look, in percent, by Kaplan and Meier.</summary>
    ShareWorsening,

    /// <summary>Median years until a score reaches a level and holds it, by Kaplan and Meier; the last look where fewer than half do.</summary>
    MedianYears,

    /// <summary>Mean change in one arm over that in another.</summary>
    RatioOfChanges,

    /// <summary>Share of jumps after which a score lies at least so much above its last look before, at the look nearest so many days later, in percent.</summary>
    Residual,
}

/// <summary>What is computed of an experiment's people to be held against a target.</summary>
/// <param name="From">Day of the first look. <paramref name="To"/>: of the second.</param>
/// <param name="Days">Of looks (mean level), of confirmation (worsening, milestones) or after a jump (residuals).</param>
/// <param name="Every">Of worsening and milestones: days between the visits that count, for the source saw people less often than the experiment looks; 0 for every look.</param>
/// <param name="Arm">Empty for the first arm. <paramref name="Control"/>: of ratios.</param>
public sealed record CalibrationMeasure(string Target, MeasureKind Kind, string Readout, string Jump, double From, double To, double Per, double Level, IReadOnlyList<double> Days, double Every, string Arm, string Control)
{
    private const uint Stream = 0xE000000B;
    private const int Resamples = 60;

    /// <returns>The value and its Monte Carlo error, from resampling the people.</returns>
    public (double Value, double Error) Of(TrialFile file, IReadOnlyList<FollowedPerson> people, IReadOnlyList<double> looks, Func<string, int> column)
    {
        double value = Value(file, people, looks, column);
        double[] again = new double[Resamples];
        // Within arms: a resample without anybody in one of them would say nothing.
        FollowedPerson[][] arms = [.. file.Arms.Select((_, a) => people.Where(p => p.Arm == a).ToArray())];
        for (int r = 0; r < Resamples; r++)
        {
            KeyedStream chance = new(1, (ulong)r, Stream);
            again[r] = Value(file, [.. people.Select((p, i) => arms[p.Arm][(int)(chance.Uniform((ulong)i) * arms[p.Arm].Length)])], looks, column);
        }
        double[] known = [.. again.Where(double.IsFinite)];
        return (value, known.Length < 2 ? double.NaN : Moments.StandardDeviation(known));
    }

    private double Value(TrialFile file, IReadOnlyList<FollowedPerson> people, IReadOnlyList<double> looks, Func<string, int> column)
    {
        int c = column(Readout), first = Row(looks, From), last = Row(looks, To);
        FollowedPerson[] arm = In(file, people, Arm.Length > 0 ? Arm : file.Arms[0].Id);
        double[] changes = [.. arm.Select(p => p.Values[last, c] - p.Values[first, c])];
        switch (Kind)
        {
            case MeasureKind.MeanChange: return Moments.Mean(changes) / Per;
            case MeasureKind.SdChange: return Moments.StandardDeviation(changes) / Per;
            case MeasureKind.DispersionChange: return Moments.Variance(changes) / Moments.Mean(changes);
            case MeasureKind.MeanLevel: return Days.Average(d => arm.Average(p => p.Values[Row(looks, d), c])) / Per;
            case MeasureKind.PercentOfMeans: return 100 * (arm.Average(p => p.Values[last, c]) / arm.Average(p => p.Values[first, c]) - 1);
            case MeasureKind.MedianPercentChange: return Quantile.Of([.. arm.Select(p => 100 * (p.Values[last, c] / p.Values[first, c] - 1))], 0.5);
            case MeasureKind.RatioOfChanges: return Moments.Mean(changes) / In(file, people, Control).Average(p => p.Values[last, c] - p.Values[first, c]);
            case MeasureKind.ShareWorsening: return 100 * (1 - Curve(arm, looks, c, (days, score) => new ConfirmedChange { ConfirmationDays = Days[0] }.First(days, score, [])?.Day).At(looks[^1]).Survival);
            case MeasureKind.MedianYears: return (Curve(arm, looks, c, (days, score) => HeldLevel.First(days, score, Level, Days.Count > 0 ? Days[0] : 0)).Median().Time is var m && double.IsFinite(m) ? m : looks[^1]) / 365.25;
            default: return Left(arm, looks, c);
        }
    }

    private static FollowedPerson[] In(TrialFile file, IReadOnlyList<FollowedPerson> people, string arm) => [.. people.Where(p => file.Arms[p.Arm].Id == arm)];

    private static int Row(IReadOnlyList<double> looks, double day) => Enumerable.Range(0, looks.Count).MinBy(i => Math.Abs(looks[i] - day));

    private SurvivalCurve Curve(FollowedPerson[] people, IReadOnlyList<double> looks, int column, Func<double[], double[], double?> first)
    {
        int[] rows = [.. Enumerable.Range(0, looks.Count).Where(v => Every <= 0 || Math.Abs(looks[v] / Every - Math.Round(looks[v] / Every)) * Every < 2)];
        double[] days = [.. rows.Select(v => looks[v])];
        double?[] found = [.. people.Select(p => first(days, [.. rows.Select(v => p.Values[v, column])]))];
        return new KaplanMeier().Fit(new SurvivalTimes([.. found.Select(d => d is double day ? Math.Max(day, 1e-3) : days[^1])], [.. found.Select(d => d is not null)]));
    }

    private double Left(FollowedPerson[] people, IReadOnlyList<double> looks, int column)
    {
        int all = 0, left = 0;
        foreach (FollowedPerson p in people)
            foreach ((double day, string jump) in p.Jumps)
            {
                if (jump != Jump || day + Days[0] > looks[^1]) continue;
                int before = Enumerable.Range(0, looks.Count).Last(v => looks[v] <= day);
                all++;
                // Half of the smallest step forgives the rounding of a difference.
                if (p.Values[Row(looks, day + Days[0]), column] - p.Values[before, column] >= Level - 0.25) left++;
            }
        return all == 0 ? double.NaN : 100.0 * left / all;
    }
}
