namespace Enteraxis.Statistics.Design;

/// <summary>Power and size of comparisons of means by t and F tests; n may be fractional, to be rounded up by whoever plans.</summary>
public static class MeansDesign
{
    /// <summary>Power of the two-sample t test against a difference in the direction expected (the chance of rejecting on the wrong side is not counted, as in power.t.test).</summary>
    /// <param name="perArm">People in each of two equal arms.</param>
    /// <param name="upper">One-sided level; half of a two-sided one.</param>
    public static double Power(double perArm, double difference, double sd, double upper = 0.025)
    {
        double degrees = 2 * perArm - 2;
        return NoncentralLaws.StudentUpper(NoncentralLaws.StudentCritical(upper, degrees), degrees, difference / sd * Math.Sqrt(perArm / 2));
    }

    /// <summary>People in both arms together for a t test of this power.</summary>
    public static double Total(double difference, double sd, double power, double upper = 0.025) => 2 * Solve.Increasing(n => Power(n, Math.Abs(difference), sd, upper) - power, 1.5, 50);

    /// <summary>People a group for a one-way analysis of variance.</summary>
    /// <param name="effect">Cohen's f: standard deviation of the groups' means over that within groups.</param>
    public static double AnovaPerGroup(int groups, double effect, double power, double alpha = 0.05) => Solve.Increasing(n =>
    {
        double d1 = groups - 1, d2 = groups * (n - 1);
        return NoncentralLaws.FisherUpper(NoncentralLaws.FisherCritical(alpha, d1, d2), d1, d2, groups * n * effect * effect) - power;
    }, 2, 50);

    /// <summary>Mean of z at the end of a trial of two equal arms: difference/sd·√N/2. Group-sequential tests of means take it as if the variance were known.</summary>
    public static double Drift(double total, double difference, double sd) => difference / sd * Math.Sqrt(total) / 2;
}
