using System.Text;
using Enteraxis.Microbiome.Import.Qiime2;
using Enteraxis.Numerics;

namespace Enteraxis.Microbiome.Import;

/// <summary>The text of a phylogenetic tree in Newick, plain, gzipped or within an artifact of QIIME 2.</summary>
public static class NewickText
{
    /// <returns>The text, not yet parsed.</returns>
    /// <exception cref="InputException">Missing, too large, no text, or nothing that begins like a tree.</exception>
    public static string Read(string path, InputLimits? limits = null)
    {
        limits ??= new InputLimits();
        InputFile file = ArtifactPart.Open(path, QzaContent.Tree, limits);
        return file.Guard(() => Text(file, limits));
    }

    private static string Text(InputFile file, InputLimits limits)
    {
        using TextLines lines = file.OpenLines();
        StringBuilder text = new();
        while (lines.Next() is { } line)
        {
            if (text.Length + line.Length > limits.TreeCharacters) throw new InputException($"{file.Name}: the tree has more than {limits.TreeCharacters >> 20} million characters; prune it to the features of the table.");
            text.Append(line.Trim());
        }
        if (text.Length == 0 || text[0] is not ('(' or '[')) throw new InputException($"{file.Name}: this is no tree in Newick form, which begins with '('; give the .nwk or .qza file of the tree.");
        return text.ToString();
    }
}
