using System.Globalization;
using System.Text.RegularExpressions;

namespace Enteraxis.Studies.GenomeScale;

/// <summary>One spelling of an exchange for the many in use: R_EX_x_e, EX_x(e), EX_x[e], EX_x_m, R_EX_x__40__e__41__ and R_EX_x_LPAREN_e_RPAREN_ all become EX_x_e.</summary>
/// <remarks>Only spelling: two collections that name one compound differently (glc__D and glc_D) stay apart, since guessing would join what is not the same.</remarks>
public static partial class ExchangeName
{
    private const string Prefix = "EX_";

    /// <summary>The exchange that an id means, or null where it does not begin like one.</summary>
    public static string? Of(string id)
    {
        string plain = Plain(id);
        if (plain.StartsWith("R_", StringComparison.Ordinal)) plain = plain[2..];
        return plain.StartsWith(Prefix, StringComparison.Ordinal) && plain.Length > Prefix.Length ? $"{Prefix}{WithoutCompartment(plain[Prefix.Length..])}_e" : null;
    }

    /// <summary>The exchange of a metabolite of the space around the cells.</summary>
    public static string OfMetabolite(string id)
    {
        string plain = Plain(id);
        return $"{Prefix}{WithoutCompartment(plain.StartsWith("M_", StringComparison.Ordinal) ? plain[2..] : plain)}_e";
    }

    /// <summary>As a user writes it: an exchange in any spelling, or the bare name of a compound.</summary>
    public static string OfText(string text) => Of(text.Trim()) ?? OfMetabolite(text.Trim());

    // Writers of SBML put characters that an id must not hold as their codes (__40__) or as words.
    private static string Plain(string id) => Code().Replace(id, m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture) is var c and >= 32 and < 127 ? ((char)c).ToString() : m.Value)
        .Replace("_LPAREN_", "(", StringComparison.Ordinal).Replace("_RPAREN_", ")", StringComparison.Ordinal).Replace("_DASH_", "-", StringComparison.Ordinal);

    private static string WithoutCompartment(string name) => Compartment().Replace(name, "");

    [GeneratedRegex(@"__(\d{2,3})__", RegexOptions.CultureInvariant)]
    private static partial Regex Code();

    [GeneratedRegex(@"(\((e|u|lu|fe)0?\)|\[(e|u|lu|d|fe)0?\]|_(e|m)0?)_?$", RegexOptions.CultureInvariant)]
    private static partial Regex Compartment();
}
