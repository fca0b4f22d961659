using Enteraxis.Numerics.Summaries;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Studies.People;

/// <summary>What a lever changes against the own twin, with the spread between people and the one that stems from the parameters.</summary>
/// <remarks>
/// Between people: 5 and 95 % of the twins' differences (their shared chance included). Parameters: the mean difference, moved by how the mean over
/// the same few people moves from one draw of the parameters to the next (5 and 95 %). "Cannot tell" where that interval holds zero.
/// </remarks>
public sealed class Effects(StudyContext context, IReadOnlyList<Arm> arms, FutureTable futures, FutureTable sets, int peoplePerSet)
{
    public IReadOnlyList<LeverEffect> Of(int arm) => [.. context.Study.Readouts.Select((r, m) => One(arm, r, ArmSummary.MeasureAt(m)))];

    /// <summary>Of "as now": mean, spread between people and of the parameters.</summary>
    public (double Mean, Interval People, Interval Parameters) AsNow(int measure)
    {
        double[] values = futures.Column(0, ArmSummary.MeasureAt(measure));
        double mean = Moments.Mean(values);
        return (mean, Interval.Of(values), Moved(mean, SetMeans(t => sets.Rows[t][0][ArmSummary.MeasureAt(measure)])));
    }

    private LeverEffect One(int arm, StudyReadout readout, int place)
    {
        double[] now = futures.Column(0, place), with = futures.Column(arm, place), difference = [.. now.Zip(with, (a, b) => b - a)];
        double mean = Moments.Mean(difference);
        Interval people = Interval.Of(difference);
        Interval parameters = Moved(mean, SetMeans(t => sets.Rows[t][arm][place] - sets.Rows[t][0][place]));
        ReadoutRow row = context.Library.Readouts.Find(readout.Readout);
        // An interval of no width around nothing is no knowledge either: the lever does not reach the read-out.
        return new LeverEffect(readout.Readout, readout.Label.Length > 0 ? readout.Label : row.Label, row.Unit, Moments.Mean(now), Moments.Mean(with), mean,
            people.Low, people.High, parameters.Low, parameters.High, !(parameters.Low > 0 || parameters.High < 0));
    }

    /// <summary>Arm by its id, for fans.</summary>
    public int ArmOf(string id) => Enumerable.Range(0, arms.Count).FirstOrDefault(a => arms[a].Id == id, -1);

    private static Interval Moved(double mean, double[] setMeans)
    {
        if (setMeans.Length < 2) return new Interval(double.NegativeInfinity, mean, double.PositiveInfinity);
        Interval spread = Interval.Of(setMeans);
        double centre = Moments.Mean(setMeans);
        return new Interval(mean + spread.Low - centre, mean, mean + spread.High - centre);
    }

    private double[] SetMeans(Func<int, double> value)
    {
        List<double> means = [];
        for (int first = 0; first + peoplePerSet <= sets.Rows.Count; first += peoplePerSet)
        {
            double[] of = [.. Enumerable.Range(first, peoplePerSet).Where(t => sets.Rows[t].All(a => a[0] == 0)).Select(value)];
            if (of.Length > 0) means.Add(Moments.Mean(of));
        }
        return [.. means];
    }
}
