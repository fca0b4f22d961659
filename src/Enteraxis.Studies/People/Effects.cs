using Enteraxis.Numerics.Distributions;
using Enteraxis.Numerics.Summaries;
using Enteraxis.Statistics.Components;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Studies.People;

/// <summary>What a lever changes against the own twin, with the spread between people and the one that stems from the parameters.</summary>
/// <remarks>
/// Between people: 5 and 95 % of the twins' differences (their shared chance included), drawn together about the median by what their own draws of the
/// parameters add. Parameters: the mean difference, moved by how the mean over the same people moves from one draw of the parameters to the next
/// (5 and 95 %), chance taken out, the mean's own Monte Carlo error put in.
/// "Cannot tell" where that interval holds zero, or where another reading of the mechanism turns the mean.
/// </remarks>
/// <param name="sets">Twins by draw of the parameters, person and repeat of chance.</param>
/// <param name="readings">Some of the twins under other readings of the mechanism; <paramref name="read"/>: their places among the twins.</param>
public sealed class Effects(StudyContext context, IReadOnlyList<Arm> arms, FutureTable futures, FutureTable sets, int peoplePerSet, int repeats, IReadOnlyList<ReadingTable> readings, IReadOnlyList<int> read)
{
    public IReadOnlyList<LeverEffect> Of(int arm) => [.. context.Study.Readouts.Select((r, m) => One(arm, r, ArmSummary.MeasureAt(m)))];

    /// <summary>Of "as now": mean, spread between people and of the parameters.</summary>
    public (double Mean, Interval People, Interval Parameters) AsNow(int measure)
    {
        double[] values = futures.Column(0, ArmSummary.MeasureAt(measure));
        CrossedSpread crossed = new(Rows(t => t[0][ArmSummary.MeasureAt(measure)]));
        return (Moments.Mean(values), People(values, crossed), Moved(values, crossed));
    }

    /// <summary>Every read-out of the study as things are now: its mean and where its width comes from.</summary>
    public IReadOnlyList<Forecast> Forecasts() => [.. context.Study.Readouts.Select((r, m) =>
    {
        int place = ArmSummary.MeasureAt(m);
        ReadoutRow row = context.Library.Readouts.Find(r.Readout);
        double mean = Moments.Mean(futures.Column(0, place));
        return new Forecast(r.Readout, r.Label.Length > 0 ? r.Label : row.Label, row.Unit, mean, Sources(t => t[0][place], new CrossedSpread(Rows(t => t[0][place])), Rounding * Math.Abs(mean)));
    })];

    private LeverEffect One(int arm, StudyReadout readout, int place)
    {
        double[] now = futures.Column(0, place), with = futures.Column(arm, place), difference = [.. now.Zip(with, (a, b) => b - a)];
        double mean = Moments.Mean(difference);
        CrossedSpread crossed = new(Rows(t => t[arm][place] - t[0][place]));
        Interval people = People(difference, crossed), parameters = Moved(difference, crossed);
        ReadoutRow row = context.Library.Readouts.Find(readout.Readout);
        // An interval of no width around nothing is no knowledge either: the lever does not reach the read-out. Nor is rounding of the solver.
        double rounding = Rounding * Math.Max(Math.Abs(Moments.Mean(now)), Math.Abs(Moments.Mean(with)));
        ForecastSources sources = Sources(t => t[arm][place] - t[0][place], crossed, rounding);
        return new LeverEffect(readout.Readout, readout.Label.Length > 0 ? readout.Label : row.Label, row.Unit, Moments.Mean(now), Moments.Mean(with), mean,
            people.Low, people.High, parameters.Low, parameters.High, !(parameters.Low > rounding || parameters.High < -rounding) || sources.ByReading.Any(r => r.Turns(mean))) { Sources = sources };
    }

    /// <summary>Arm by its id, for fans.</summary>
    public int ArmOf(string id) => Enumerable.Range(0, arms.Count).FirstOrDefault(a => arms[a].Id == id, -1);

    /// <summary>Every twin has its own draw of the parameters: of the twins' variance only the share that people of one draw have is left.</summary>
    private static Interval People(double[] values, CrossedSpread crossed)
    {
        // About the median: where most twins do not change at all, they stay at nothing.
        Interval all = Interval.Of(values);
        double share = Math.Sqrt(crossed.WithinShare);
        return new Interval(all.Middle + share * (all.Low - all.Middle), all.Middle, all.Middle + share * (all.High - all.Middle));
    }

    /// <summary>
    /// The mean with what moves it from draw to draw: shrunk deviations of the sets' means, widened by the Monte Carlo error of the mean itself.
    /// </summary>
    private Interval Moved(double[] values, CrossedSpread crossed)
    {
        double mean = Moments.Mean(values), error = futures.ErrorOfMean(values);
        if (crossed.SetDeviations is not { } deviations) return new Interval(double.NegativeInfinity, mean, double.PositiveInfinity);
        Interval moved = Interval.Of(deviations);
        double chance = Z * error, wide = Widening(deviations.Length);
        return new Interval(mean - Math.Sqrt(wide * wide * moved.Low * moved.Low + chance * chance), mean, mean + Math.Sqrt(wide * wide * moved.High * moved.High + chance * chance));
    }

    // 95 % point of the standard normal law.
    private const double Z = 1.6449;

    /// <summary>
    /// The outer quantiles of a few draws lie too far in: by how much the interval of a further draw (Student's t with n − 1 degrees, and the error of
    /// the mean) is wider than the expected 5 % quantile (type 7) of n normal draws (Blom's scores).
    /// </summary>
    private static double Widening(int n)
    {
        double place = 0.05 * (n - 1), low = Math.Floor(place), v = n - 1, z2 = Z * Z;
        double Score(double rank) => -NormalLaw.Quantile((rank + 0.625) / (n + 0.25));
        double expected = Score(low) + (place - low) * (Score(low + 1) - Score(low));
        // Fisher's expansion of Student's quantile.
        double t = Z + Z * (z2 + 1) / (4 * v) + Z * (5 * z2 * z2 + 16 * z2 + 3) / (96 * v * v);
        return t * Math.Sqrt(1 + 1.0 / n) / expected;
    }

    // What the solver's rounding may make of a number, as a share of it.
    private const double Rounding = 1e-9;

    private ForecastSources Sources(Func<double[][], double> value, CrossedSpread crossed, double rounding)
    {
        IReadOnlyList<ReadingDifference> by = [.. readings.Select(reading => ReadingDifference.Of(reading.Variant,
            [.. read.Select((place, i) => Known(reading.Table.Rows[i], value) - Known(futures.Rows[place], value)).Where(double.IsFinite)], rounding)).OfType<ReadingDifference>()];
        return ForecastSources.Of(crossed.Components, by, rounding);
    }

    // [set][person][repeat]; NaN where a course failed.
    private double[][][] Rows(Func<double[][], double> value) =>
        [.. Enumerable.Range(0, peoplePerSet * repeats == 0 ? 0 : sets.Rows.Count / (peoplePerSet * repeats)).Select(k => Enumerable.Range(0, peoplePerSet)
            .Select(j => Enumerable.Range((k * peoplePerSet + j) * repeats, repeats).Select(t => Known(sets.Rows[t], value)).ToArray()).ToArray())];

    private static double Known(double[][] twin, Func<double[][], double> value) => twin.All(a => a[0] == 0) ? value(twin) : double.NaN;
}
