using System.Globalization;
using Enteraxis.Numerics;
using Enteraxis.Numerics.Distributions;
using Enteraxis.Studies.Formulas;

namespace Enteraxis.Studies.Populations;

/// <summary>The law of one variable of a population, whose parameters are formulas over the variables before it.</summary>
/// <remarks>
/// fixed(x), normal(mean; sd), lognormal(median; sd of the logarithm), logitnormal(median; sd of the logit), uniform(a; b), bernoulli(p), gamma(shape; scale),
/// categorical(word:weight, …). All go by inversion of one uniform, so that a copula may join them. The first five may be cut off at both ends (truncated, not clamped).
/// </remarks>
public sealed class ConditionalLaw
{
    private static readonly Dictionary<string, int> Arity = new(StringComparer.Ordinal)
    {
        ["fixed"] = 1, ["normal"] = 2, ["lognormal"] = 2, ["logitnormal"] = 2, ["uniform"] = 2, ["bernoulli"] = 1, ["gamma"] = 2,
    };

    private readonly string _kind;
    private readonly Formula[] _arguments;
    private readonly (string Word, double Weight)[] _words;

    private ConditionalLaw(string kind, Formula[] arguments, (string, double)[] words) => (_kind, _arguments, _words) = (kind, arguments, words);

    /// <summary>Draws words (interventions that people are on), not numbers.</summary>
    public bool IsWords => _words.Length > 0;

    public IEnumerable<string> Words => _words.Select(w => w.Word);

    /// <summary>Names that the parameters read.</summary>
    public IEnumerable<string> Names => _arguments.SelectMany(a => a.Names);

    /// <summary>Whether the law may be cut off.</summary>
    public bool MayBeCut => _kind is "normal" or "lognormal" or "logitnormal" or "uniform" or "fixed";

    /// <param name="uniform">In (0, 1).</param>
    /// <param name="low">Nothing lies below; infinite for no end.</param>
    /// <returns>NaN where a name is unknown or a parameter lies outside its range.</returns>
    public double Number(double uniform, double low, double high, IFormulaScope scope)
    {
        double a = _arguments[0].Value(scope), b = _arguments.Length > 1 ? _arguments[1].Value(scope) : 0;
        return _kind switch
        {
            "fixed" => Math.Clamp(a, low, high),
            "normal" => b >= 0 ? a + b * Between(uniform, b, low - a, high - a) : double.NaN,
            "lognormal" => a > 0 && b >= 0 ? a * Math.Exp(b * Between(uniform, b, Math.Log(Math.Max(low, 0) / a), Math.Log(high / a))) : double.NaN,
            "logitnormal" => a is > 0 and < 1 && b >= 0 ? Logistic(Logit(a) + b * Between(uniform, b, Logit(Math.Max(low, 0)) - Logit(a), Logit(Math.Min(high, 1)) - Logit(a))) : double.NaN,
            "uniform" => Math.Max(a, low) + (Math.Min(b, high) - Math.Max(a, low)) * uniform,
            "bernoulli" => uniform < a ? 1 : 0,
            "gamma" => a > 0 && b > 0 ? GammaLaw.Quantile(uniform, a, b) : double.NaN,
            _ => double.NaN,
        };
    }

    public string Word(double uniform)
    {
        double total = _words.Sum(w => w.Weight), sum = 0;
        foreach ((string word, double weight) in _words)
        {
            sum += weight;
            if (uniform * total < sum) return word;
        }
        return _words[^1].Word;
    }

    /// <exception cref="InputException">No law of the list, or a parameter that is no formula.</exception>
    public static ConditionalLaw Parse(string text)
    {
        string t = text.Trim();
        int open = t.IndexOf('(', StringComparison.Ordinal);
        if (open > 0 && t.EndsWith(')'))
        {
            string kind = t[..open], inside = t[(open + 1)..^1];
            if (kind == "categorical" && Categories(inside) is { } words) return new(kind, [], words);
            string[] parts = inside.Split(';');
            if (Arity.TryGetValue(kind, out int count) && parts.Length == count) return new(kind, [.. parts.Select(p => Formula.Parse(p.Trim()))], []);
        }
        throw new InputException($"'{text}' is no law; write fixed(x), normal(mean; sd), lognormal(median; s), logitnormal(median; s), uniform(a; b), bernoulli(p), gamma(shape; scale) or categorical(word:weight, …).");
    }

    private static (string, double)[]? Categories(string text)
    {
        string[][] parts = [.. text.Split(',').Select(p => p.Split(':'))];
        if (parts.Any(p => p.Length != 2)) return null;
        (string Word, double Weight)[] words = [.. parts.Select(p => (p[0].Trim(), double.TryParse(p[1], NumberStyles.Float, CultureInfo.InvariantCulture, out double w) ? w : double.NaN))];
        return words.All(w => w.Weight >= 0 && w.Word.Length > 0) && words.Sum(w => w.Weight) is > 0 and < double.PositiveInfinity ? words : null;
    }

    // A standard normal number between the ends, given on the scale of b times the number.
    private static double Between(double uniform, double b, double low, double high)
    {
        if (b == 0) return 0;
        double from = double.IsNegativeInfinity(low) ? 0 : NormalLaw.Cdf(low / b), to = double.IsPositiveInfinity(high) ? 1 : NormalLaw.Cdf(high / b);
        return from < to ? NormalLaw.Quantile(from + (to - from) * uniform) : double.NaN;
    }

    private static double Logit(double p) => Math.Log(p / (1 - p));

    private static double Logistic(double x) => 1 / (1 + Math.Exp(-x));
}
