using System.Globalization;
using Enteraxis.Microbiome.Ecology.Distances;
using Enteraxis.Microbiome.Ecology.Ordination;
using Enteraxis.Numerics;

namespace Enteraxis.Microbiome.Ecology.GroupTests;

/// <summary>The middle from which spread is measured.</summary>
public enum GroupCentre
{
    /// <summary>The point of least summed distance; vegan's usual choice, less moved by outliers.</summary>
    SpatialMedian,

    Centroid,
}

/// <summary>What axes with a negative eigenvalue count for.</summary>
public enum NegativeAxes
{
    /// <summary>Their squared distances are taken off, as vegan does: with centroids this needs no axes at all.</summary>
    Subtracted,

    /// <summary>They are left out, as scikit-bio does.</summary>
    Dropped,
}

/// <summary>Do groups differ in spread? Distances of samples to the middle of their group, compared by analysis of variance with permuted residuals (vegan's betadisper and permutest).</summary>
/// <remarks>A difference here makes a significant PERMANOVA hard to read: it may be spread and not place. No bias adjustment for small groups. Anderson 2006 (doi 10.1111/j.1541-0420.2005.00440.x).</remarks>
public static class Dispersion
{
    private const double Rounding = 1e-9;

    // Eigenvalues below this share of the largest are rounding errors, as vegan has it.
    private static readonly double Negligible = Math.Sqrt(Math.BitIncrement(1.0) - 1);

    /// <param name="distances">n samples.</param>
    /// <param name="groups">A factor; samples whose group is not known are left out and counted.</param>
    /// <param name="centre">Spatial median or centroid.</param>
    /// <param name="negative">Convention for distances that are not Euclidean.</param>
    /// <param name="permutations">Number, seed, blocks.</param>
    /// <exception cref="InputException">Fewer than two groups, no sample to spare for the residual, or no spread within any group.</exception>
    public static DispersionResult Test(DistanceMatrix distances, ModelTerm groups, GroupCentre centre = GroupCentre.SpatialMedian, NegativeAxes negative = NegativeAxes.Subtracted,
        PermutationOptions? permutations = null)
    {
        permutations ??= new PermutationOptions();
        (int[] kept, List<string> notes) = GroupedSamples.Kept(distances, [groups], permutations.Blocks);
        DistanceMatrix part = kept.Length == distances.Count ? distances : distances.Select(kept);
        (string Level, int[] Members)[] levels = groups.Groups(kept);
        if (levels.Length < 2) throw new InputException($"'{groups.Name}' has one level among the samples compared; a comparison of spread needs two groups.");
        if (levels.Length >= kept.Length) throw new InputException($"'{groups.Name}' has one sample in every group, so there is no spread to compare.");
        if (levels.Any(l => l.Members.Length == 1)) notes.Add(string.Create(CultureInfo.InvariantCulture, $"{levels.Count(l => l.Members.Length == 1)} groups hold one sample: its distance to itself is 0 and says nothing of spread."));
        double[] squared = centre == GroupCentre.Centroid && negative == NegativeAxes.Subtracted ? ToCentroids(part, levels) : OnAxes(part, levels, centre, negative);
        // Axes taken off can outweigh those that are real; vegan counts 0 there too.
        double[] spread = [.. squared.Select(s => Math.Sqrt(Math.Max(0, s)))];
        int below = squared.Count(s => s < -1e-12 * squared.Max());
        if (below > 0) notes.Add(string.Create(CultureInfo.InvariantCulture, $"{below} squared distances to the middle are negative ({distances.Measure} is not Euclidean) and count as 0."));
        (double f, double p) = Compare(spread, levels, PermutationScheme.Of(kept, permutations), permutations.Permutations);
        return new DispersionResult(distances.Measure, groups.Name, part.Ids, spread, [.. levels.Select(l => new GroupSpread(l.Level, l.Members.Length, l.Members.Average(m => spread[m])))],
            levels.Length - 1, kept.Length - levels.Length, f, p, notes);
    }

    // |x − centroid|² = Σ_j d²/n − Σ_{j<k} d²/n² holds in any space, imaginary axes included.
    private static double[] ToCentroids(DistanceMatrix d, (string, int[] Members)[] levels)
    {
        double[] squared = new double[d.Count];
        foreach ((_, int[] members) in levels)
        {
            double all = 0;
            foreach (int i in members)
                foreach (int j in members) squared[i] += d[i, j] * d[i, j] / members.Length;
            foreach (int i in members) all += squared[i];
            foreach (int i in members) squared[i] -= 0.5 * all / members.Length;
        }
        return squared;
    }

    private static double[] OnAxes(DistanceMatrix d, (string, int[] Members)[] levels, GroupCentre centre, NegativeAxes negative)
    {
        PrincipalAxes axes = PrincipalAxes.Of(d);
        double least = Math.Max(Negligible, Negligible * axes.Values[0]);
        double[] squared = new double[d.Count];
        foreach (int sign in negative == NegativeAxes.Subtracted ? [1, -1] : new[] { 1 })
        {
            double[][] points = [.. Enumerable.Range(0, axes.Values.Length).Where(a => sign * axes.Values[a] > least).Select(a => Scaled(axes, a))];
            foreach ((_, int[] members) in levels)
            {
                double[] middle = centre == GroupCentre.SpatialMedian ? SpatialMedian.Of(points, members) : [.. points.Select(p => members.Average(m => p[m]))];
                foreach (int m in members) squared[m] += sign * SpatialMedian.SquaredDistance(points, m, middle);
            }
        }
        return squared;
    }

    private static double[] Scaled(PrincipalAxes axes, int axis)
    {
        double[] point = axes.Vector(axis).ToArray();
        double scale = Math.Sqrt(Math.Abs(axes.Values[axis]));
        for (int i = 0; i < point.Length; i++) point[i] *= scale;
        return point;
    }

    private static (double F, double P) Compare(double[] spread, (string, int[] Members)[] levels, PermutationScheme scheme, int permutations)
    {
        double[] residual = [.. spread], permuted = new double[spread.Length];
        foreach ((_, int[] members) in levels)
        {
            double mean = members.Average(m => spread[m]);
            foreach (int m in members) residual[m] -= mean;
        }
        if (residual.Max(Math.Abs) <= 1e-12 * Math.Max(spread.Max(), double.Epsilon))
            throw new InputException("Within every group all samples lie equally far from its middle, so spread cannot be compared; give groups of three samples or more.");
        double observed = F(spread, levels);
        int[] order = new int[spread.Length];
        int asLarge = 0;
        for (int k = 1; k <= permutations; k++)
        {
            scheme.Fill(k, order);
            for (int i = 0; i < order.Length; i++) permuted[i] = residual[order[i]];
            if (F(permuted, levels) >= observed - Rounding * observed) asLarge++;
        }
        return (observed, (1.0 + asLarge) / (1 + permutations));
    }

    private static double F(double[] values, (string, int[] Members)[] levels)
    {
        double mean = values.Average(), between = 0, within = 0;
        foreach ((_, int[] members) in levels)
        {
            double own = 0;
            foreach (int m in members) own += values[m];
            own /= members.Length;
            between += members.Length * (own - mean) * (own - mean);
            foreach (int m in members) within += (values[m] - own) * (values[m] - own);
        }
        return between / (levels.Length - 1) / (within / (values.Length - levels.Length));
    }
}
