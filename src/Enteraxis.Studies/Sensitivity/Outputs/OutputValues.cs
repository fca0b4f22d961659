namespace Enteraxis.Studies.Sensitivity.Outputs;

/// <summary>What one run made of every output, of all its people and again without each group of them.</summary>
/// <param name="All">By output; not a number where the run failed or its people do not tell it.</param>
/// <param name="Without">By group and output.</param>
public sealed record OutputValues(double[] All, double[][] Without)
{
    /// <summary>Monte Carlo error of a number made of one or several runs that have the same groups of people.</summary>
    public static double Error(Func<Func<OutputValues, double>, double> made, int groups, int output) => Jackknife.Error([.. Enumerable.Range(0, groups).Select(g => made(v => v.Without[g][output]))]);

    public double Error(int output) => Jackknife.Error([.. Without.Select(w => w[output])]);

    internal double[] Pack() => [.. All, .. Without.SelectMany(w => w)];

    internal static OutputValues Unpack(double[] packed, int outputs) => new(packed[..outputs], [.. packed[outputs..].Chunk(outputs)]);

    internal static OutputValues Failed(int outputs, int groups) => new(Nothing(outputs), [.. Enumerable.Range(0, groups).Select(_ => Nothing(outputs))]);

    private static double[] Nothing(int outputs) => [.. Enumerable.Repeat(double.NaN, outputs)];
}
