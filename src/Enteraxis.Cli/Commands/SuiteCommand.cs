using System.CommandLine;
using Enteraxis.Numerics;
using Enteraxis.Studies.Runs;
using Enteraxis.Studies.Suites;

namespace Enteraxis.Cli.Commands;

/// <summary>enteraxis suite: runs the cases of the SBML Test Suite.</summary>
internal static class SuiteCommand
{
    public static Command Create()
    {
        Argument<string> folder = new("folder") { Description = "a folder with folders of cases, laid out as the SBML Test Suite has them" };
        Option<string> output = new("--out") { Description = "folder for cases.tsv, tags.tsv and tags.md", Required = true };
        Option<string[]> only = new("--case") { Description = "names of cases to run; without it all", AllowMultipleArgumentsPerToken = true };
        Command command = new("suite", "Runs cases of the SBML Test Suite and writes a table by case and a table by tag.\n\nExample:\n  ./enteraxis suite semantic --out results/suite") { folder, output, only };
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(parsed.GetValue(folder)!, parsed.GetValue(output)!, parsed.GetValue(only) ?? [], cancellation)));
        return command;
    }

    private static int Run(string folder, string output, string[] only, CancellationToken cancellation)
    {
        OutputPath.CheckFolder("--out", output);
        IReadOnlyList<SuiteCase> cases = SuiteCase.In(folder);
        if (only.FirstOrDefault(n => cases.All(c => c.Name != n)) is { } missing) throw new InputException($"--case: there is no case '{missing}' below {folder}.");
        if (only.Length > 0) cases = [.. cases.Where(c => only.Contains(c.Name, StringComparer.Ordinal))];
        IReadOnlyList<CaseOutcome> outcomes = ProgressLine.While(progress => SuiteRun.Run(cases, progress, cancellation));
        Directory.CreateDirectory(output);
        AtomicFile.Write(Path.Combine(output, "cases.tsv"), SuiteTables.ByCase(outcomes));
        AtomicFile.Write(Path.Combine(output, "tags.tsv"), SuiteTables.ByTag(outcomes));
        AtomicFile.Write(Path.Combine(output, "tags.md"), SuiteTables.Page(outcomes));
        foreach (CaseOutcome o in outcomes.Where(o => o.Verdict != Verdict.Passed)) Console.Out.WriteLine(PlainLine.Of($"{o.Case.Name} {o.Verdict.ToString().ToLowerInvariant()}: {o.Why}"));
        Console.Out.WriteLine(SuiteTables.LastLine(outcomes));
        return outcomes.All(o => o.Verdict == Verdict.Passed) ? 0 : 1;
    }
}
