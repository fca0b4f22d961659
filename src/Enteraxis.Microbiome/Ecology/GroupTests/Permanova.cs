using System.Globalization;
using Enteraxis.Microbiome.Ecology.Distances;
using Enteraxis.Numerics;

namespace Enteraxis.Microbiome.Ecology.GroupTests;

/// <summary>What a term is compared with.</summary>
public enum TermOrder
{
    /// <summary>Each term after those before it: sums of squares add up, the order matters.</summary>
    Sequential,

    /// <summary>Each term after all others: the order does not matter, sums of squares need not add up.</summary>
    Marginal,
}

/// <summary>Permutational multivariate analysis of variance on distances, as vegan's adonis2: samples change places, within blocks where given.</summary>
/// <remarks>
/// Samples are permuted as they are (not residuals). Differences of spread between groups also raise F, most in unbalanced designs: look at <see cref="Dispersion"/> beside it.
/// Not for repeated samples of one person without blocks. Anderson 2001 (doi 10.1111/j.1442-9993.2001.01070.pp.x), McArdle and Anderson 2001.
/// </remarks>
public static class Permanova
{
    // A permuted F that is the observed one but for rounding counts as large.
    private const double Rounding = 1e-9;

    /// <param name="distances">n samples.</param>
    /// <param name="terms">One or more, each with n values; samples with any value missing are left out and counted.</param>
    /// <param name="order">Sequential or marginal tests.</param>
    /// <param name="permutations">Number, seed, blocks.</param>
    /// <param name="options">Threads.</param>
    /// <exception cref="InputException">A term does not vary, too few samples are left for the model, or all distances are 0.</exception>
    public static PermanovaResult Test(DistanceMatrix distances, IReadOnlyList<ModelTerm> terms, TermOrder order = TermOrder.Marginal,
        PermutationOptions? permutations = null, EcologyOptions? options = null)
    {
        if (terms.Count == 0) throw new ArgumentException("A model needs a term.", nameof(terms));
        permutations ??= new PermutationOptions();
        (int[] kept, List<string> notes) = GroupedSamples.Kept(distances, terms, permutations.Blocks);
        double[][][] columns = [.. terms.Select(t => t.Columns(kept))];
        DesignBasis sequential = DesignBasis.Sequential(columns), tested = order == TermOrder.Sequential || terms.Count == 1 ? sequential : DesignBasis.Marginal(columns);
        int modelDf = sequential.Added.Sum(a => a.Length), residualDf = kept.Length - 1 - modelDf;
        if (residualDf < 1)
            throw new InputException(string.Create(CultureInfo.InvariantCulture, $"The model takes {modelDf} degrees of freedom and {kept.Length} samples leave none for the residual; give fewer terms or levels."));
        PermutationScheme scheme = PermutationScheme.Of(kept, permutations);
        DistanceMatrix part = kept.Length == distances.Count ? distances : distances.Select(kept);
        bool same = ReferenceEquals(sequential, tested);
        List<double[]> all = [.. sequential.Added.SelectMany(a => a)];
        if (!same) all.AddRange(tested.Added.SelectMany(a => a));
        double[][] forms = new PermutedForms(part).Of(all, scheme, permutations.Permutations + 1, options ?? new EcologyOptions());
        double total = 0;
        foreach (double d in part.Condensed) total += d * d;
        total /= kept.Length;
        if (!(total > 0)) throw new InputException("All samples compared are equal in the distances, so there is nothing to explain; check that the right table was given.");
        Tally tally = new(forms, modelDf, residualDf, total);
        bool[] stuck = [.. terms.Select(t => t.IsConstantWithin(scheme.Blocks, kept))];
        PermanovaRow model = tally.Row("model", 0, modelDf, Array.TrueForAll(stuck, s => s));
        List<PermanovaRow> rows = [];
        int at = same ? 0 : modelDf;
        for (int t = 0; t < terms.Count; at += tested.Added[t++].Length) rows.Add(tally.Row(terms[t].Name, at, tested.Added[t].Length, stuck[t]));
        Note(notes, terms, rows, stuck, scheme, permutations);
        double left = total - model.SumOfSquares;
        return new PermanovaResult(distances.Measure, kept.Length, model, rows, new PermanovaRow("residual", residualDf, left, left / total, null, null), total, notes);
    }

    private static void Note(List<string> notes, IReadOnlyList<ModelTerm> terms, List<PermanovaRow> rows, bool[] stuck, PermutationScheme scheme, PermutationOptions permutations)
    {
        for (int t = 0; t < rows.Count; t++)
        {
            if (rows[t].Df == 0) notes.Add($"'{terms[t].Name}' is settled by the other terms, so nothing is left to test.");
            else if (stuck[t]) notes.Add($"'{terms[t].Name}' never differs within a block, so permuting within blocks cannot test it; it has no p-value.");
        }
        if (scheme.LogOrders < Math.Log(permutations.Permutations))
            notes.Add(string.Create(CultureInfo.InvariantCulture, $"There are only {Math.Round(Math.Exp(scheme.LogOrders)):N0} different orders, so p-values are coarser than {permutations.Permutations} permutations suggest."));
    }

    /// <summary>Sums of squares of the given order (row 0 of the forms) and of the permuted ones.</summary>
    private sealed class Tally(double[][] forms, int modelDf, int residualDf, double total)
    {
        public PermanovaRow Row(string term, int from, int df, bool stuck)
        {
            if (df == 0) return new PermanovaRow(term, 0, 0, 0, null, null);
            double squares = Sum(forms[0], from, df), observed = F(0, from, df);
            int asLarge = 0;
            for (int k = 1; k < forms.Length; k++)
                if (F(k, from, df) >= observed - Rounding * Math.Abs(observed)) asLarge++;
            return new PermanovaRow(term, df, squares, squares / total, observed, stuck ? null : (1.0 + asLarge) / forms.Length);
        }

        private double F(int order, int from, int df) => Sum(forms[order], from, df) / df / ((total - Sum(forms[order], 0, modelDf)) / residualDf);

        private static double Sum(double[] form, int from, int count)
        {
            double sum = 0;
            for (int c = from; c < from + count; c++) sum += form[c];
            return sum;
        }
    }
}
