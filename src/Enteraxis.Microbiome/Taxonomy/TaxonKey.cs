using System.Text.RegularExpressions;

namespace Enteraxis.Microbiome.Taxonomy;

/// <summary>How names are compared: without case, underscore as space; species also without spaces and brackets.</summary>
internal static partial class TaxonKey
{
    public static string Of(TaxonRank rank, string name)
    {
        string plain = Spaces().Replace(name.Replace('_', ' ').Trim(), " ").ToLowerInvariant();
        return rank switch
        {
            // Brackets of a genus say "not the real one" and stay; those of a family say "name proposed" and go.
            TaxonRank.Genus => plain,
            TaxonRank.Species => plain.Replace(" ", "", StringComparison.Ordinal).Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal),
            _ => plain.Trim('[', ']'),
        };
    }

    /// <summary>The name, then without a trailing number (X 9), then without a trailing letter code (X_A). Ordered, distinct.</summary>
    public static IEnumerable<string> Variants(string name)
    {
        yield return name;
        string shorter = Number().Replace(name, "");
        if (shorter != name) yield return shorter;
        string shortest = Letters().Replace(shorter, "");
        if (shortest != shorter) yield return shortest;
    }

    /// <summary>True where <paramref name="variant"/> has lost a letter code that <paramref name="name"/> carries.</summary>
    public static bool LostLetters(string name, string variant) => Letters().IsMatch(Number().Replace(name, "")) && !Letters().IsMatch(variant);

    /// <summary>"Genus_E epithet_B" without its letter codes: an epithet names the same species wherever a taxonomy files it.</summary>
    public static string PlainSpecies(string name) => InnerLetters().Replace(name, " ") is var inner ? Letters().Replace(Number().Replace(inner, ""), "") : name;

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"[_ ]\d+$", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"[_ ][A-Z]{1,3}$", RegexOptions.CultureInvariant)]
    private static partial Regex Letters();

    [GeneratedRegex(@"_[A-Z]{1,3}(_\d+)? ", RegexOptions.CultureInvariant)]
    private static partial Regex InnerLetters();
}
