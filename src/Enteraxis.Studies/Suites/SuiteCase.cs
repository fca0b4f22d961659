using System.Text.RegularExpressions;
using Enteraxis.Numerics;

namespace Enteraxis.Studies.Suites;

public enum CaseKind { TimeCourse, FluxBalance, Stochastic }

/// <summary>One folder of the SBML Test Suite: a model, what to compute from it, what should come out, and tags that say what it tries.</summary>
/// <param name="Model">Path of the document of the newest level and version in the folder.</param>
public sealed record SuiteCase(string Name, string Folder, CaseKind Kind, string Model, CaseSettings Settings, string Results, IReadOnlyList<string> Tags)
{
    /// <summary>The cases below a folder, in order of their names.</summary>
    /// <exception cref="InputException">There is none.</exception>
    public static IReadOnlyList<SuiteCase> In(string folder)
    {
        if (!Directory.Exists(folder)) throw new InputException($"{folder}: there is no such folder; give one that holds folders of cases.");
        SuiteCase[] cases = [.. Directory.EnumerateFiles(folder, "*-settings.txt", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(Read)];
        return cases.Length > 0 ? cases : throw new InputException($"{folder}: no case of the SBML Test Suite lies below it; a case is a folder with NAME-settings.txt.");
    }

    private static SuiteCase Read(string settings)
    {
        string folder = Path.GetDirectoryName(settings)!, name = Path.GetFileName(settings)[..^"-settings.txt".Length];
        string model = Directory.EnumerateFiles(folder, name + "-sbml-l*v*.xml").Order(StringComparer.Ordinal).LastOrDefault()
            ?? throw new InputException($"{folder}: the case has no model {name}-sbml-lXvY.xml.");
        string description = Path.Combine(folder, name + "-model.m");
        string text = File.Exists(description) ? File.ReadAllText(description) : "";
        string[] tags = [.. new[] { "componentTags", "testTags", "packagesPresent" }.SelectMany(k => Line(text, k).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .Distinct(StringComparer.Ordinal)];
        CaseKind kind = Line(text, "testType") switch
        {
            "FluxBalanceSteadyState" => CaseKind.FluxBalance,
            "StochasticTimeCourse" or "StatisticalDistribution" => CaseKind.Stochastic,
            _ => CaseKind.TimeCourse,
        };
        return new SuiteCase(name, folder, kind, model, CaseSettings.Read(settings), Path.Combine(folder, name + "-results.csv"), tags);
    }

    private static string Line(string text, string key) => Regex.Match(text, $@"^{key}:[ \t]*(?<value>[^\r\n]*)", RegexOptions.Multiline | RegexOptions.CultureInvariant).Groups["value"].Value.Trim();
}
