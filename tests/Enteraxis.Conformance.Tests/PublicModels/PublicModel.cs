using Enteraxis.Modelling.Antimony;
using Enteraxis.Modelling.Models;

namespace Enteraxis.Conformance.Tests.PublicModels;

/// <summary>The public models of BioModels in Antimony text.</summary>
internal static class PublicModel
{
    private const string Archive = "models/biomodels-antimony.tar.xz";

    /// <summary>All files in order of name; in an ordinary run every tenth.</summary>
    public static string[] Files(bool all = false)
    {
        string[] files = [.. Directory.EnumerateFiles(SharedArchive.Folder(Archive), "*.txt", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        return all || SharedArchive.Long ? files : [.. files.Where((_, i) => i % 10 == 3)];
    }

    public static Model Read(string file) => AntimonyReader.ReadFile(file);
}
