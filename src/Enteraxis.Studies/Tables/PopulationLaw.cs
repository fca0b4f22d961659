using System.Globalization;
using Enteraxis.Numerics.Distributions;

namespace Enteraxis.Studies.Tables;

/// <summary>From what a missing trait is drawn: normal(mean,sd), lognormal(median,s), uniform(a,b), poisson(mean), fixed(value or word), categorical(word:weight,…).</summary>
public sealed class PopulationLaw
{
    private readonly string _kind;
    private readonly double _a, _b;
    private readonly (string Word, double Weight)[] _words;

    private PopulationLaw(string kind, double a, double b, (string, double)[] words) => (_kind, _a, _b, _words) = (kind, a, b, words);

    public bool IsWords => _words.Length > 0;

    /// <summary>True where there is nothing to draw: the model's own default stays.</summary>
    public bool IsNone => _kind == "none";

    /// <summary>The one value or word that everybody has; null for a law that draws.</summary>
    public string? Fixed => _kind != "fixed" ? null : IsWords ? _words[0].Word : _a.ToString("0.####", CultureInfo.InvariantCulture);

    /// <summary>The words that can come.</summary>
    public IEnumerable<string> Possible => _words.Select(w => w.Word);

    public double Number(double uniform) => _kind switch
    {
        "normal" => _a + _b * NormalLaw.Quantile(uniform),
        "lognormal" => _a * Math.Exp(_b * NormalLaw.Quantile(uniform)),
        "uniform" => _a + (_b - _a) * uniform,
        "poisson" => PoissonLaw.Quantile(uniform, _a),
        "fixed" => _a,
        _ => double.NaN,
    };

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

    /// <exception cref="FormatException">No law of the list.</exception>
    public static PopulationLaw Parse(string text)
    {
        string t = text.Trim();
        if (t.Length == 0 || t == "none") return new("none", 0, 0, []);
        int open = t.IndexOf('(', StringComparison.Ordinal);
        if (open > 0 && t.EndsWith(')'))
        {
            string kind = t[..open];
            string[] parts = [.. t[(open + 1)..^1].Split(',').Select(p => p.Trim())];
            if (kind == "categorical")
            {
                (string, double)[] words = [.. parts.Select(p => p.Split(':')).Where(p => p.Length == 2).Select(p => (p[0].Trim(), Read(p[1])))];
                if (words.Length == parts.Length && words.All(w => w.Item2 >= 0) && words.Sum(w => w.Item2) > 0) return new(kind, 0, 0, words);
            }
            else if (kind == "fixed" && parts.Length == 1)
            {
                double v = Read(parts[0]);
                return double.IsNaN(v) ? new(kind, 0, 0, [(parts[0], 1)]) : new(kind, v, 0, []);
            }
            else
            {
                double[] v = [.. parts.Select(Read)];
                bool fine = kind switch
                {
                    "normal" => v is [_, >= 0],
                    "lognormal" => v is [> 0, >= 0],
                    "uniform" => v is [var low, var high] && low <= high,
                    "poisson" => v is [>= 0],
                    _ => false,
                };
                if (fine && !v.Any(double.IsNaN))
                    return new(kind, v[0], v.Length > 1 ? v[1] : 0, []);
            }
        }
        throw new FormatException($"'{text}' is no population law; write normal(mean,sd), lognormal(median,s), uniform(a,b), poisson(mean), fixed(value), categorical(word:weight,…) or none.");
    }

    private static double Read(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double v) && double.IsFinite(v) ? v : double.NaN;
}
