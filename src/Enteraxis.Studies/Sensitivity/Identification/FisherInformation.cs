namespace Enteraxis.Studies.Sensitivity.Identification;

/// <summary>What targets with errors tell of parameters near one place: F = Σ over targets of slope slopeᵀ / error².</summary>
/// <remarks>
/// Slopes are by standard deviations of the priors, so that the prior's own information is the unit matrix and an eigenvalue of 1 is as much as the prior. Local and linear: what bends is for <see cref="ProfileLikelihood"/>.
/// Slopes from stochastic runs carry noise that adds information which is not there; <see cref="InformationDirection.Noise"/> says how much.
/// </remarks>
public sealed record FisherInformation(IReadOnlyList<InformationDirection> Directions, IReadOnlyList<ParameterInformation> Parameters)
{
    // Smaller eigenvalues are rounding.
    private const double Rounding = 1e-10, LeastLoad = 1e-5;

    /// <summary>How many directions the targets tell anything of, noise included.</summary>
    public int Rank => Directions.Count(d => d.Information > Rounding * Math.Max(Directions[0].Information, 1e-300));

    public int Informed => Directions.Count(d => d.IsInformed);

    /// <param name="slopes">Targets (at least one) × parameters. A row with a number that is not finite is left out.</param>
    /// <param name="errors">Standard errors of the targets.</param>
    /// <param name="without">The slopes once more without each group of people, for the noise; empty for none.</param>
    public static FisherInformation Of(double[][] slopes, double[] errors, IReadOnlyList<double[][]> without)
    {
        int n = slopes[0].Length;
        int[] rows = [.. Enumerable.Range(0, slopes.Length).Where(t => slopes[t].All(double.IsFinite) && without.All(w => w[t].All(double.IsFinite)))];
        double[,] f = new double[n, n];
        foreach (int t in rows)
            for (int i = 0; i < n; i++)
                for (int j = 0; j < n; j++) f[i, j] += slopes[t][i] * slopes[t][j] / (errors[t] * errors[t]);
        SymmetricEigen eigen = SymmetricEigen.Of(f);
        double least = Rounding * Math.Max(eigen.Values[0], 1e-300);
        InformationDirection[] directions = [.. eigen.Values.Select((v, d) => new InformationDirection(v > least ? v : 0, Noise(rows, errors, without, eigen.Vectors[d]), eigen.Vectors[d]))];
        return new FisherInformation(directions, [.. Enumerable.Range(0, n).Select(i => Parameter(directions, i))]);
    }

    private static double Noise(int[] rows, double[] errors, IReadOnlyList<double[][]> without, double[] direction) => without.Count < 2 ? 0 : rows.Sum(t =>
    {
        double error = Jackknife.Error([.. without.Select(w => w[t].Select((s, i) => s * direction[i]).Sum())]);
        return error * error / (errors[t] * errors[t]);
    });

    private static ParameterInformation Parameter(InformationDirection[] directions, int i)
    {
        double alone = 0, together = 0;
        foreach (InformationDirection d in directions)
        {
            double load = d.Loads[i] * d.Loads[i];
            together += load / (1 + d.Information);
            if (d.Information > 0) alone += load / d.Information;
            else if (load > LeastLoad) alone = double.PositiveInfinity;
        }
        return new ParameterInformation(Math.Sqrt(alone), Math.Sqrt(together));
    }
}
