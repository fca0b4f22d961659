namespace Enteraxis.Modelling.Sbml.Documents;

/// <summary>Namespaces of SBML, its packages and MathML.</summary>
internal static class SbmlNames
{
    public const string MathMl = "http://www.w3.org/1998/Math/MathML";
    private const string Root = "http://www.sbml.org/sbml/";

    /// <summary>Packages that are read; any other that a document requires is refused by its name.</summary>
    public static readonly IReadOnlyList<string> Packages = ["comp", "fbc", "distrib"];

    public static bool IsCore(string name) =>
        name.StartsWith(Root + "level", StringComparison.Ordinal) && (name.EndsWith("/core", StringComparison.Ordinal) || name.StartsWith(Root + "level2", StringComparison.Ordinal) || name == Root + "level1");

    /// <summary>The package of a namespace ("comp"), or null.</summary>
    public static string? PackageOf(string name)
    {
        if (!name.StartsWith(Root + "level3/", StringComparison.Ordinal)) return null;
        string[] parts = name[Root.Length..].Split('/');
        return parts.Length >= 4 && parts[2] != "core" ? parts[2] : null;
    }

    public static bool IsPackage(string name, string package) => PackageOf(name) == package;
}
