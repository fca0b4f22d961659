using Enteraxis.Microbiome;
using Enteraxis.Microbiome.Import;
using Enteraxis.Microbiome.Phylogeny;

namespace Enteraxis.Studies.GutCohorts;

/// <summary>A tree, plain or in an artifact, joined to a table.</summary>
internal static class TreeReading
{
    public static (TableTree Tree, int Tips) Join(string path, FeatureTable table)
    {
        using StringReader text = new(NewickText.Read(path));
        PhylogeneticTree tree = NewickReader.Read(text, Path.GetFileName(path));
        return (TableTree.Join(tree, table), tree.Tips.Count);
    }
}
