using Enteraxis.Numerics;

namespace Enteraxis.Cli;

/// <summary>Where models, evidence, studies and examples stand: the folder of the launcher.</summary>
internal static class Installation
{
    public static string Root { get; } = FindRoot();

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string FindRoot()
    {
        string? named = Environment.GetEnvironmentVariable("ENTERAXIS_ROOT");
        if (!string.IsNullOrEmpty(named) && Directory.Exists(Path.Combine(named, "models")))
            return named;
        foreach (string start in new[] { AppContext.BaseDirectory, Directory.GetCurrentDirectory() })
            for (DirectoryInfo? d = new(start); d is not null; d = d.Parent)
                if (File.Exists(Path.Combine(d.FullName, "models", "axis.ant")))
                    return d.FullName;
        throw new InputException("The folder models/ was not found; start the program with the launcher ./enteraxis, or set ENTERAXIS_ROOT to the folder that holds models/.");
    }
}
