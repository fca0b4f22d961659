using SharpFuzz;

namespace Enteraxis.Fuzz;

/// <summary>A copy of this program whose readers count the branches that they take.</summary>
internal static class Instrumented
{
    private static readonly string[] Assemblies = ["Enteraxis.Numerics.dll", "Enteraxis.Modelling.dll", "Enteraxis.Studies.dll"];

    public static string Copy()
    {
        string folder = Directory.CreateTempSubdirectory("enteraxis-fuzz-").FullName;
        foreach (string file in Directory.EnumerateFiles(AppContext.BaseDirectory, "*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(folder, Path.GetRelativePath(AppContext.BaseDirectory, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
        foreach (string name in Assemblies) Fuzzer.Instrument(Path.Combine(folder, name), type => !type.Contains(".Lanes", StringComparison.Ordinal), Options.Value);
        return folder;
    }
}
