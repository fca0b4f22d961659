using Enteraxis.Numerics;

namespace Enteraxis.Microbiome.Ecology.LogRatios;

/// <summary>Centred log-ratios: ln xᵢ less the mean of all ln x. They sum to 0, so they are one dimension short: covariances of them are singular.</summary>
/// <remarks>Aitchison 1982 (doi 10.1111/j.2517-6161.1982.tb01195.x).</remarks>
public static class Clr
{
    /// <param name="parts">All above 0; their scale does not matter.</param>
    /// <param name="into">As many values.</param>
    /// <exception cref="InputException">A part is 0 or negative.</exception>
    public static void Of(ReadOnlySpan<double> parts, Span<double> into)
    {
        double mean = 0;
        for (int i = 0; i < parts.Length; i++)
        {
            if (!(parts[i] > 0) || !double.IsFinite(parts[i])) throw new InputException("Log-ratios need parts above 0; add a pseudocount or leave the zeros out.");
            mean += into[i] = Math.Log(parts[i]);
        }
        mean /= parts.Length;
        for (int i = 0; i < parts.Length; i++) into[i] -= mean;
    }

    /// <summary>Of one sample with a pseudocount added to every cell; works on the values above 0 only and fills the zeros' common value.</summary>
    /// <param name="table">D features.</param>
    /// <param name="sample">Its index.</param>
    /// <param name="pseudocount">Above 0, on the table's own scale.</param>
    /// <param name="into">D values, natural logarithms.</param>
    public static void OfSample(FeatureTable table, int sample, double pseudocount, Span<double> into)
    {
        if (!(pseudocount > 0) || !double.IsFinite(pseudocount)) throw new InputException("The pseudocount must be a number above 0.");
        SparseVector row = table.Sample(sample);
        double zero = Math.Log(pseudocount), mean = 0;
        foreach (double v in row.Values) mean += Math.Log(v + pseudocount);
        mean = (mean + (into.Length - row.Values.Length) * zero) / into.Length;
        into.Fill(zero - mean);
        for (int k = 0; k < row.Indices.Length; k++) into[row.Indices[k]] = Math.Log(row.Values[k] + pseudocount) - mean;
    }
}
