using System.CommandLine;
using Enteraxis.Numerics;
using Enteraxis.Studies.Calibration;

namespace Enteraxis.Cli.Commands;

/// <summary>enteraxis calibrate all: every stage in its order, from the tables alone.</summary>
internal static class CalibrateAllCommand
{
    public static Command Create()
    {
        Option<string> output = new("--out") { Description = "folder for one folder a stage, and the sets of the last", Required = true };
        Option<int> threads = new("--threads") { Description = "how many processors; never changes a result", DefaultValueFactory = _ => Environment.ProcessorCount };
        Command command = new("all",
            "Runs every stage of studies/calibration in the order of their 'after:', each on the sets of those before. What is installed under models/ plays no part: the same tables give the same ensemble, to the digit. A run that was stopped goes on where it was. Takes about an hour on two processors.\n\nExample:\n  ./enteraxis calibrate all --out results/calibration")
        {
            output, threads,
        };
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(new CalibrationRequest { RootPath = Installation.Root, StagePath = "", OutDir = parsed.GetValue(output)!, Threads = parsed.GetValue(threads) }, cancellation)));
        return command;
    }

    private static int Run(CalibrationRequest request, CancellationToken cancellation)
    {
        if (request.Threads < 1) throw new InputException("--threads: at least one processor is needed.");
        OutputPath.CheckFolder("--out", request.OutDir);
        IReadOnlyList<(string Path, CalibrationStage Stage)> stages = CalibrateAll.Order(request.RootPath);
        List<string> lines = [];
        string sets = ProgressLine.While(progress => CalibrateAll.Run(request, stages, (folder, r) =>
        {
            CalibrateCommand.WritePage(folder, r);
            lines.Add($"{r.Stage.Id}: {Enumerable.Range(0, r.Stage.Targets.Count).Count(r.IsHit)} of {r.Stage.Targets.Count} targets met");
        }, progress, cancellation));
        foreach (string line in lines) Console.Out.WriteLine(line);
        Console.Out.WriteLine($"Pages: calibration.html in each folder of {request.OutDir}. To use what was found, put {sets} under models/.");
        return 0;
    }
}
