using Enteraxis.Numerics.Distributions;
using Enteraxis.Numerics.Random;
using Enteraxis.Statistics.Survival;

namespace Enteraxis.Statistics.Tests;

/// <summary>People of two arms with times to an event on whole days (so that ties are many), counts of relapses over their own time, age and a centre.</summary>
internal sealed class MadeUpTrial
{
    public MadeUpTrial(int people, ulong seed, double logRatio = -0.4, int roundTo = 30)
    {
        Stop = new double[people];
        Happened = new bool[people];
        Treated = new bool[people];
        Age = new double[people];
        Centre = new int[people];
        Counts = new int[people];
        Start = new double[people];
        Weight = new double[people];
        for (int i = 0; i < people; i++)
        {
            KeyedStream draws = new(seed, (ulong)i, 1);
            Treated[i] = draws.Uniform(0) < 0.5;
            Age[i] = 38 + 9 * draws.Normal(1);
            Centre[i] = (int)(4 * draws.Uniform(2));
            double rate = Math.Exp((Treated[i] ? logRatio : 0) + 0.02 * (Age[i] - 38)), end = 730 * (0.3 + 0.7 * Math.Sqrt(draws.Uniform(3))), time = -Math.Log(draws.Uniform(4)) * 900 / rate;
            Happened[i] = time < end;
            Stop[i] = roundTo * Math.Ceiling(Math.Min(time, end) / roundTo);
            Start[i] = Math.Floor(0.3 * Stop[i] * draws.Uniform(5));
            Weight[i] = 0.5 + draws.Uniform(6);
            Counts[i] = (int)PoissonLaw.Quantile(draws.Uniform(7), rate * 0.7 * Stop[i] / 365 * GammaLaw.Quantile(draws.Uniform(8), 1.2, 1 / 1.2));
        }
    }

    public double[] Stop { get; }

    public double[] Start { get; }

    public double[] Weight { get; }

    public bool[] Happened { get; }

    public bool[] Treated { get; }

    public double[] Age { get; }

    public int[] Centre { get; }

    public int[] Counts { get; }

    public double[] Arm => [.. Treated.Select(t => t ? 1.0 : 0)];

    public double[] Years => [.. Stop.Select(s => s / 365)];

    public SurvivalTimes Times => new(Stop, Happened);

    public (string, double[])[] Columns => [("stop", Stop), ("start", Start), ("event", [.. Happened.Select(h => h ? 1.0 : 0)]), ("arm", Arm), ("age", Age), ("centre", [.. Centre.Select(c => (double)c)]),
        ("w", Weight), ("y", [.. Counts.Select(c => (double)c)]), ("years", Years)];
}
