using System.CommandLine;
using Enteraxis.Numerics;
using Enteraxis.Reporting.Calibration;
using Enteraxis.Studies.Calibration.Predicted;
using Enteraxis.Studies.Runs;

namespace Enteraxis.Cli.Commands;

/// <summary>enteraxis calibrate targets: every target of calibration beside what the model as it stands makes of it.</summary>
internal static class TargetsCommand
{
    public static Command Create()
    {
        Option<string> output = new("--out") { Description = "folder for the table and the page", Required = true };
        Option<string[]> stages = new("--stage") { Description = "only this stage (may be repeated)" };
        Option<int> members = new("--members") { Description = "how many sets of parameters are tried", DefaultValueFactory = _ => 20 };
        Option<int> people = new("--people") { Description = "people in every experiment, at least, all sets together", DefaultValueFactory = _ => 2000 };
        Option<bool> others = new("--draw-others") { Description = "draw the uncertain parameters that no calibration moved, too" };
        Option<ulong> seed = new("--seed") { Description = "which people and which chance", DefaultValueFactory = _ => 1UL };
        Option<int> threads = new("--threads") { Description = "how many processors; never changes a result", DefaultValueFactory = _ => Environment.ProcessorCount };
        Command command = new("targets",
            "Runs the experiments of all stages with the ensemble that is installed (models/ensemble.tsv, else draws of the table's uncertainties) and writes targets.tsv and targets.html: aimed at, predicted, hit or miss. Nothing is moved.\n\nExample:\n  ./enteraxis calibrate targets --stage gut --members 2 --people 20 --out results/targets")
        {
            output, stages, members, people, others, seed, threads,
        };
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(new TargetsRequest
        {
            RootPath = Installation.Root, OutDir = parsed.GetValue(output)!, Stages = parsed.GetValue(stages) ?? [], Members = parsed.GetValue(members), People = parsed.GetValue(people),
            DrawOthers = parsed.GetValue(others), Seed = parsed.GetValue(seed), Threads = parsed.GetValue(threads),
        }, cancellation)));
        return command;
    }

    private static int Run(TargetsRequest request, CancellationToken cancellation)
    {
        if (request.Threads < 1) throw new InputException("--threads: at least one processor is needed.");
        OutputPath.CheckFolder("--out", request.OutDir);
        TargetsResult result = ProgressLine.While(progress => PredictTargets.Run(request, progress, cancellation));
        string page = Path.Combine(request.OutDir, "targets.html");
        AtomicFile.Write(page, TargetsReport.Render(result));
        RunFolder.Register(request.OutDir, "report", "targets.html");
        Console.Out.WriteLine($"{result.Rows.Count(r => r.IsMeasured && r.IsHit)} of {result.Rows.Count(r => r.IsMeasured)} targets met. Page: {page}");
        return 0;
    }
}
