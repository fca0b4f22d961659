using System.Text.RegularExpressions;

namespace Enteraxis.EndToEnd.Tests;

/// <summary>studies/person.yaml with fewer people, so that a whole run takes seconds.</summary>
internal static class SmallStudy
{
    public static readonly bool Long = Environment.GetEnvironmentVariable("ENTERAXIS_LONG") == "1";

    /// <summary>Writes the study into the folder and gives the arguments of a person run with it.</summary>
    public static string[] Request(TemporaryFolder folder, string table, string sample, string output, bool full = false)
    {
        string text = File.ReadAllText(Path.Combine(CommandLine.Root, "studies", "person.yaml"));
        if (!full)
            foreach ((string key, int value) in new[] { ("bank", 200), ("twins", 12), ("parameter_sets", 3), ("people_per_set", 3), ("reading_people", 2), ("frozen_people", 3), ("frozen_arrows", 1), ("reference_people", 4) })
                text = Regex.Replace(text, $"(?m)^{key}: \\d+", $"{key}: {value}");
        string study = folder.File("study.yaml");
        File.WriteAllText(study, text);
        return ["person", "examples/newly-diagnosed.yaml", "--profile", table, "--sample", sample, "--levers", study, "--out", output];
    }
}
