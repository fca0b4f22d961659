using System.CommandLine;
using Enteraxis.Numerics;
using Enteraxis.Reporting.Trials;
using Enteraxis.Studies.Runs;
using Enteraxis.Studies.Trials;

namespace Enteraxis.Cli.Commands;

/// <summary>enteraxis validate: published trials simulated as they were run, predictions beside what was published.</summary>
internal static class ValidateCommand
{
    public static Command Create()
    {
        Option<string> output = new("--out") { Description = "folder for the scoreboard", Required = true };
        Option<string[]> trials = new("--trial") { Description = "only this trial (may be repeated; by the name that its study file gives it)" };
        Option<int> replicates = new("--replicates") { Description = "times that each trial is simulated", DefaultValueFactory = _ => 200 };
        Option<int> variants = new("--variant-replicates") { Description = "times under each variant of the model", DefaultValueFactory = _ => 20 };
        Option<int> repeats = new("--repeats") { Description = "first replicates that are run again with another chance and with other people, to tell the sources of the width apart (never more than --replicates)", DefaultValueFactory = _ => 20 };
        Option<ulong> seed = new("--seed") { Description = "which people and which chance", DefaultValueFactory = _ => 1UL };
        Option<int> threads = new("--threads") { Description = "how many processors; never changes a result", DefaultValueFactory = _ => Environment.ProcessorCount };
        Command command = new("validate",
            "Simulates published trials that no parameter was fitted to, as they were run, and writes a scoreboard: scoreboard.tsv and scoreboard.html.\n\nExample:\n  ./enteraxis validate --replicates 20 --variant-replicates 0 --out results/scoreboard")
        {
            output, trials, replicates, variants, repeats, seed, threads,
        };
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(new ScoreboardRequest
        {
            RootPath = Installation.Root, OutDir = parsed.GetValue(output)!, Trials = parsed.GetValue(trials) ?? [], Replicates = parsed.GetValue(replicates), VariantReplicates = parsed.GetValue(variants), Repeats = Math.Min(parsed.GetValue(repeats), parsed.GetValue(replicates)),
            Seed = parsed.GetValue(seed), Threads = parsed.GetValue(threads),
        }, cancellation)));
        return command;
    }

    private static int Run(ScoreboardRequest request, CancellationToken cancellation)
    {
        if (request.Threads < 1) throw new InputException("--threads: at least one processor is needed.");
        OutputPath.CheckFolder("--out", request.OutDir);
        ScoreboardResult result = ProgressLine.While(progress => Scoreboard.Run(request, progress, cancellation));
        string page = Path.Combine(request.OutDir, "scoreboard.html");
        AtomicFile.Write(page, ScoreboardReport.Render(result));
        RunFolder.Register(request.OutDir, "report", "scoreboard.html");
        Console.Out.WriteLine($"Page: {page}");
        return 0;
    }
}
