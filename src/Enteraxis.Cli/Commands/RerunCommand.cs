using System.CommandLine;
using Enteraxis.Numerics;
using Enteraxis.Studies.People;
using Enteraxis.Studies.Runs;

namespace Enteraxis.Cli.Commands;

/// <summary>enteraxis rerun: the same bytes again from a manifest.</summary>
internal static class RerunCommand
{
    public static Command Create()
    {
        Argument<string> manifest = new("manifest") { Description = "manifest.json of a finished run" };
        Option<string?> output = new("--out") { Description = "another folder (default: beside the first, with -again)" };
        Command command = new("rerun", "Runs a finished study again and says whether every byte agrees.\n\nExample:\n  ./enteraxis rerun results/first/manifest.json") { manifest, output };
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(parsed.GetValue(manifest)!, parsed.GetValue(output), cancellation)));
        return command;
    }

    private static int Run(string manifest, string? output, CancellationToken cancellation)
    {
        if (!File.Exists(manifest)) throw new InputException($"{manifest}: there is no such file; give the manifest.json of a run folder.");
        if (RunManifest.Read(manifest) is { Study: "profile" } cohort) throw new InputException($"{manifest}: a cohort's folder holds no copy of its table; run the command again with the same files: ./enteraxis {string.Join(' ', cohort.Command)} --seed {cohort.Seed} --out DIR");
        if (RunManifest.Read(manifest) is { Study: not "person" } other) throw new InputException($"{manifest}: a run of '{other.Study}' is made again by its own command, which gives the same bytes: in the run's folder, ./enteraxis {string.Join(' ', other.Command)}{(other.Study is "calibrate" or "sensitivity" ? "" : $" --seed {other.Seed}")} --out DIR");
        string first = Path.GetDirectoryName(Path.GetFullPath(manifest))!;
        string folder = output ?? first + "-again";
        OutputPath.CheckFolder("--out", folder);
        PersonStudyResult result = ProgressLine.While(progress => PersonStudy.Rerun(manifest, folder, Installation.Root, progress, cancellation));
        PersonCommand.Finish(result, folder);
        string[] different = [.. Directory.EnumerateFiles(first).Select(f => Path.GetFileName(f)!).Where(f => f is not "run.log")
            .Where(f => !File.Exists(Path.Combine(folder, f)) || !File.ReadAllBytes(Path.Combine(first, f)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(folder, f)))).Order(StringComparer.Ordinal)];
        Console.Out.WriteLine(different.Length == 0 ? "Every byte agrees with the first run." : $"These files differ from the first run: {string.Join(", ", different)}");
        return different.Length == 0 ? 0 : 1;
    }
}
