namespace Enteraxis.Numerics.Distributions;

/// <summary>Student's t with so many degrees of freedom.</summary>
public static class StudentLaw
{
    /// <summary>Probability of a value at least as far from 0 as t, on either side.</summary>
    public static double TwoSided(double t, double degrees) =>
        double.IsNaN(t) || !(degrees > 0) ? double.NaN : SpecialFunctions.BetaI(degrees / 2, 0.5, degrees / (degrees + t * t));

    /// <summary>The value that is not passed, on either side together, with this probability: 0.9 gives half the width of a 90 % interval.</summary>
    public static double Within(double probability, double degrees)
    {
        double x = BetaLaw.Quantile(1 - probability, degrees / 2, 0.5);
        return Math.Sqrt(degrees * (1 - x) / x);
    }
}
