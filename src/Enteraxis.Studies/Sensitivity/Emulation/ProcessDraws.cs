using Enteraxis.Numerics.Random;

namespace Enteraxis.Studies.Sensitivity.Emulation;

/// <summary>Whole functions drawn from what a Gaussian process leaves open: each agrees with the points as far as the scatter lets it, and they part where there are none.</summary>
/// <remarks>
/// A draw of the prior by random cosines (Rahimi and Recht 2007), carried onto the points by the difference (Matheron's rule; Wilson and others, ICML 2020). The lengths are taken as known. Cosines are shared by all draws.
/// </remarks>
internal sealed class ProcessDraws
{
    private const uint Stream = 0xE0000031;
    private const int Cosines = 400;

    private readonly GaussianProcess _g;
    private readonly double[][] _frequency, _onFeatures, _onPoints;
    private readonly double[] _phase;

    public ProcessDraws(GaussianProcess g, int count, ulong seed, ulong key)
    {
        _g = g;
        int k = g.Inputs, n = g.Points.Count;
        KeyedStream stream = new(seed, key, Stream);
        _frequency = [.. Enumerable.Range(0, Cosines).Select(m => Enumerable.Range(0, k).Select(a => stream.Normal((ulong)m, (uint)a) / g.Scales.Lengths[a]).ToArray())];
        _phase = [.. Enumerable.Range(0, Cosines).Select(m => 2 * Math.PI * stream.Uniform((ulong)m, 1000))];
        double[][] features = [.. g.Points.Select(Features)];
        (_onFeatures, _onPoints) = (new double[count][], new double[count][]);
        for (int s = 0; s < count; s++)
        {
            KeyedStream own = stream.Fork((ulong)s);
            double[] w = [.. Enumerable.Range(0, features[0].Length).Select(f => own.Normal((ulong)f))];
            _onFeatures[s] = w;
            _onPoints[s] = g.Weigh([.. Enumerable.Range(0, n).Select(i => g.Standardised[i] - KernelScales.Dot(features[i], w) - Math.Sqrt(g.Scales.Noise) * own.Normal((ulong)i, 1))]);
        }
    }

    public int Count => _onFeatures.Length;

    /// <summary>Values of all draws at one place, in units of the output.</summary>
    public double[] At(double[] x)
    {
        double[] features = Features(x), k = [.. _g.Points.Select(p => _g.Scales.Between(x, p))], values = new double[Count];
        for (int s = 0; s < values.Length; s++) values[s] = _g.Middle + _g.Spread * (KernelScales.Dot(features, _onFeatures[s]) + KernelScales.Dot(k, _onPoints[s]));
        return values;
    }

    private double[] Features(double[] x)
    {
        double linear = Math.Sqrt(_g.Scales.Linear), bend = Math.Sqrt(2 * _g.Scales.Bend / Cosines);
        double[] features = new double[1 + x.Length + Cosines];
        features[0] = linear;
        for (int a = 0; a < x.Length; a++) features[1 + a] = linear * x[a];
        for (int m = 0; m < Cosines; m++) features[1 + x.Length + m] = bend * Math.Cos(KernelScales.Dot(_frequency[m], x) + _phase[m]);
        return features;
    }
}
