using Enteraxis.Numerics;

namespace Enteraxis.Modelling.Antimony;

/// <summary>Where an import points: relative to the importing file, at most one folder above it, never elsewhere.</summary>
internal static class ImportPath
{
    public static string Resolve(string importing, string name, SourcePosition at)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(importing))!;
        string fence = Path.GetDirectoryName(folder) ?? folder;
        string target = Path.GetFullPath(Path.Combine(folder, name));
        if (Path.IsPathRooted(name) || !target.StartsWith(fence.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            throw InputException.At(at.File, at.Line, at.Column, $"the import '{name}' leads out of the models' folder; keep imported files beside each other.");
        return target;
    }
}
