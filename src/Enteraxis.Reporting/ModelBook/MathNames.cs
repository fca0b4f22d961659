using Enteraxis.Reporting.Text;

namespace Enteraxis.Reporting.ModelBook;

/// <summary>Names of a model text as symbols: "mu_x_y" is μ with a subscript, "k_x" an italic letter with one, any other name stands upright as its words.</summary>
internal static class MathNames
{
    private static readonly Dictionary<string, string> Greek = new(StringComparer.Ordinal)
    {
        ["alpha"] = "α", ["beta"] = "β", ["gamma"] = "γ", ["delta"] = "δ", ["epsilon"] = "ε", ["zeta"] = "ζ", ["eta"] = "η", ["theta"] = "θ", ["kappa"] = "κ",
        ["lambda"] = "λ", ["mu"] = "μ", ["nu"] = "ν", ["xi"] = "ξ", ["rho"] = "ρ", ["sigma"] = "σ", ["tau"] = "τ", ["phi"] = "φ", ["chi"] = "χ", ["psi"] = "ψ", ["omega"] = "ω",
    };

    /// <param name="target">Where the name leads; null where nothing more is said of it.</param>
    public static string Typeset(string name, string? target)
    {
        string[] parts = name.Split('_', StringSplitOptions.RemoveEmptyEntries);
        string head = parts.Length > 0 ? parts[0] : name;
        bool letter = head.Length == 1 && char.IsLetter(head[0]);
        if (!letter && !Greek.ContainsKey(head)) return Word(Plain(name), target);
        string symbol = $"<mi>{Linked(letter ? Html.Escape(head) : Greek[head], target)}</mi>";
        return parts.Length == 1 ? symbol : $"<msub>{symbol}{Word(Plain(string.Join('_', parts[1..])), null)}</msub>";
    }

    /// <summary>A name as words: underscores become narrow spaces that do not break.</summary>
    public static string Plain(string name) => Html.Escape(name).Replace("_", "\u202F", StringComparison.Ordinal);

    // An identifier and not <mtext>, which counts as white space and takes the room around operators away.
    private static string Word(string text, string? target) => $"<mi class=\"w\">{Linked(text, target)}</mi>";

    // HTML within a token of MathML is allowed, and shown by browsers as part of the formula.
    private static string Linked(string text, string? target) => target is null ? text : $"<a xmlns=\"http://www.w3.org/1999/xhtml\" href=\"{target}\">{text}</a>";
}
