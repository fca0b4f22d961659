namespace Enteraxis.Statistics.Survival.Cox;

/// <summary>What happened at each time with events, from which baseline hazards and residuals are made. Times run as the rows do: by stratum, from last to first.</summary>
internal sealed class CoxEventTimes(int width)
{
    private double _hazard, _hazardOfDying;
    private double[] _moment = [], _momentOfDying = [], _mean = [], _spread = [];

    /// <summary>Time, first place and end of the rows that stop at it, and what the steps summed to.</summary>
    public sealed record Moment(double Time, int First, int End, int Deaths, double Weight, double Hazard, double HazardOfDying, double[] HazardMean, double[] HazardMeanOfDying, double[] Mean, double[] Spread);

    public List<Moment> All { get; } = [];

    public void Open()
    {
        (_hazard, _hazardOfDying) = (0, 0);
        (_moment, _momentOfDying, _mean, _spread) = (new double[width], new double[width], new double[width], new double[width * width]);
    }

    /// <param name="each">Weight of the step's event.</param>
    /// <param name="hazard">Increment of the baseline hazard.</param>
    /// <param name="gone">Share of those with the event that no longer counts.</param>
    /// <param name="share">Share of this step in the average mean.</param>
    public void Step(double each, double hazard, double gone, double[] mean, RiskSums set, RiskSums dying, double s0, double share)
    {
        _hazard += hazard;
        _hazardOfDying += (1 - gone) * hazard;
        for (int a = 0, place = 0; a < width; a++)
        {
            _moment[a] += hazard * mean[a];
            _momentOfDying[a] += (1 - gone) * hazard * mean[a];
            _mean[a] += share * mean[a];
            for (int b = 0; b <= a; b++, place++)
            {
                double v = each * ((set.S2[place] - gone * dying.S2[place]) / s0 - mean[a] * mean[b]);
                _spread[a * width + b] += v;
                if (a != b) _spread[b * width + a] += v;
            }
        }
    }

    public void Close(double time, int first, int end, int deaths, double weight) =>
        All.Add(new(time, first, end, deaths, weight, _hazard, _hazardOfDying, _moment, _momentOfDying, _mean, _spread));
}
