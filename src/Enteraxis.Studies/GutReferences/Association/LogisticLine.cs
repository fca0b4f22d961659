namespace Enteraxis.Studies.GutReferences.Association;

/// <summary>Logistic regression of a yes or no on one number: the chance of yes is 1 / (1 + exp(−(intercept + slope · x))).</summary>
/// <remarks>Newton's method on the likelihood. Where x separates the two groups wholly there is no finite answer; the search ends at a steep slope.</remarks>
internal readonly record struct LogisticLine(double Intercept, double Slope)
{
    private const int Rounds = 50;
    private const double Steepest = 50;

    public double At(double x) => 1 / (1 + Math.Exp(-(Intercept + Slope * x)));

    public static LogisticLine Fit(IReadOnlyList<double> x, IReadOnlyList<bool> yes)
    {
        double a = 0, b = 0;
        for (int round = 0; round < Rounds; round++)
        {
            double ga = 0, gb = 0, haa = 0, hab = 0, hbb = 0;
            for (int i = 0; i < x.Count; i++)
            {
                double p = 1 / (1 + Math.Exp(-(a + b * x[i]))), w = p * (1 - p), r = (yes[i] ? 1 : 0) - p;
                (ga, gb, haa, hab, hbb) = (ga + r, gb + r * x[i], haa + w, hab + w * x[i], hbb + w * x[i] * x[i]);
            }
            double determinant = haa * hbb - hab * hab;
            if (!(determinant > 1e-12)) break;
            double da = (hbb * ga - hab * gb) / determinant, db = (haa * gb - hab * ga) / determinant;
            (a, b) = (Math.Clamp(a + da, -Steepest, Steepest), Math.Clamp(b + db, -Steepest, Steepest));
            if (Math.Abs(da) + Math.Abs(db) < 1e-10) break;
        }
        return new LogisticLine(a, b);
    }
}
