using Enteraxis.Microbiome.Taxonomy;

namespace Enteraxis.Studies.GenomeScale;

/// <summary>A taxon's bare name, "Genus", "Genus species" or "Genus species strain", as genus and species.</summary>
internal static class TaxonText
{
    public static Lineage Lineage(string name)
    {
        string[] words = name.Replace('_', ' ').Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0) return Microbiome.Taxonomy.Lineage.None;
        // Some genera are written with a word in front that says they are provisional.
        int genus = words.Length > 1 && words[0].Equals("Candidatus", StringComparison.OrdinalIgnoreCase) ? 1 : 0;
        string? species = genus + 1 < words.Length && IsEpithet(words[genus + 1]) ? words[genus + 1] : null;
        return LineageParser.FromRanks([null, null, null, null, null, words[genus], species]);
    }

    private static bool IsEpithet(string word) => word.Length > 2 && word.All(c => char.IsAsciiLetterLower(c) || c == '-') && word is not ("group" or "subsp" or "bacterium");
}
