using Enteraxis.Numerics.Tables;
using System.Globalization;
using Enteraxis.Numerics;
using Enteraxis.Numerics.Distributions;

namespace Enteraxis.Studies.Tables;

public enum SpreadKind { None, LogNormal, Normal, LogitNormal, Beta, Bernoulli }

/// <summary>How a parameter varies about its value, between people or by what is not known of it.</summary>
/// <remarks>
/// lognormal(s): value·exp(s z), the value is the median. normal(s): value + s z. logitnormal(s): on the logit of the value.
/// beta(a,b) and bernoulli(p) replace the value. z is standard normal, so that a draw moves smoothly with s.
/// </remarks>
public readonly record struct SpreadLaw(SpreadKind Kind, double A, double B)
{
    public static SpreadLaw None => default;

    public bool IsNone => Kind == SpreadKind.None;

    /// <param name="uniform">In (0, 1).</param>
    public double Apply(double value, double uniform) => Kind switch
    {
        SpreadKind.LogNormal => value * Math.Exp(A * NormalLaw.Quantile(uniform)),
        SpreadKind.Normal => value + A * NormalLaw.Quantile(uniform),
        SpreadKind.LogitNormal => Logistic(Logit(value) + A * NormalLaw.Quantile(uniform)),
        SpreadKind.Beta => BetaLaw.Quantile(uniform, A, B),
        SpreadKind.Bernoulli => uniform < A ? 1 : 0,
        _ => value,
    };

    /// <summary>Where a value goes when what it stands beside moves: by the same factor, by the same amount, or as far on the logit, as the law varies.</summary>
    public double Carry(double value, double from, double to) => value == from ? to : Kind switch
    {
        SpreadKind.LogNormal => value * (to / from),
        SpreadKind.LogitNormal when value is > 0 and < 1 && from is > 0 and < 1 && to is > 0 and < 1 => Logistic(Logit(value) - Logit(from) + Logit(to)),
        _ => value + (to - from),
    };

    /// <exception cref="FormatException">The text is no law of the list; the message says which are.</exception>
    public static SpreadLaw Parse(string text)
    {
        string t = text.Trim();
        if (t is "none") return None;
        int open = t.IndexOf('(', StringComparison.Ordinal);
        if (open > 0 && t.EndsWith(')'))
        {
            string[] parts = t[(open + 1)..^1].Split(',');
            double[] numbers = new double[parts.Length];
            bool fine = true;
            for (int i = 0; i < parts.Length; i++)
                fine &= double.TryParse(parts[i], NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[i]) && double.IsFinite(numbers[i]) && numbers[i] >= 0;
            (SpreadKind kind, int count) = t[..open] switch
            {
                "lognormal" => (SpreadKind.LogNormal, 1),
                "normal" => (SpreadKind.Normal, 1),
                "logitnormal" => (SpreadKind.LogitNormal, 1),
                "beta" => (SpreadKind.Beta, 2),
                "bernoulli" => (SpreadKind.Bernoulli, 1),
                _ => (SpreadKind.None, -1),
            };
            if (fine && count == parts.Length && (kind != SpreadKind.Bernoulli || numbers[0] <= 1) && (kind != SpreadKind.Beta || (numbers[0] > 0 && numbers[1] > 0)))
                return new SpreadLaw(kind, numbers[0], count == 2 ? numbers[1] : 0);
        }
        throw new FormatException($"'{text}' is no spread; write none, lognormal(s), normal(s), logitnormal(s), beta(a,b) or bernoulli(p) with numbers that are not negative.");
    }

    /// <summary>Reads a cell of a table.</summary>
    public static SpreadLaw Parse(TsvRow row, string column)
    {
        try
        {
            return Parse(row.Required(column));
        }
        catch (FormatException e)
        {
            throw row.Fault(column, e.Message);
        }
    }

    private static double Logit(double share) => Math.Log(share / (1 - share));

    private static double Logistic(double x) => 1 / (1 + Math.Exp(-x));
}
