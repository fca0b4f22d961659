using System.CommandLine;
using Enteraxis.Numerics;
using Enteraxis.Reporting.Calibration;
using Enteraxis.Studies.Calibration;
using Enteraxis.Studies.Runs;

namespace Enteraxis.Cli.Commands;

/// <summary>enteraxis calibrate: one stage's parameters moved towards its targets, an ensemble and a table of hits and misses out.</summary>
internal static class CalibrateCommand
{
    public static Command Create()
    {
        Argument<string> stage = new("stage") { Description = "stage file (studies/calibration/course.yaml shows every key)" };
        Option<string> output = new("--out") { Description = "folder for the ensemble and the tables", Required = true };
        Option<int> threads = new("--threads") { Description = "how many processors; never changes a result", DefaultValueFactory = _ => Environment.ProcessorCount };
        Command command = new("calibrate",
            "Moves the free parameters of a stage until simulated people agree with its targets. The ensemble that comes out is put under models/ by hand, so that a calibration never changes the model behind one's back.\n\nExample:\n  ./enteraxis calibrate studies/calibration/course.yaml --out results/course")
        {
            stage, output, threads, TargetsCommand.Create(),
        };
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(new CalibrationRequest
        {
            RootPath = Installation.Root, StagePath = PersonCommand.Given(parsed.GetValue(stage)!), OutDir = parsed.GetValue(output)!, Threads = parsed.GetValue(threads),
        }, cancellation)));
        return command;
    }

    private static int Run(CalibrationRequest request, CancellationToken cancellation)
    {
        if (request.Threads < 1) throw new InputException("--threads: at least one processor is needed.");
        OutputPath.CheckFolder("--out", request.OutDir);
        CalibrationResult result = ProgressLine.While(progress => Calibrate.Run(request, progress, cancellation));
        string page = Path.Combine(request.OutDir, "calibration.html");
        AtomicFile.Write(page, CalibrationReport.Render(result));
        RunFolder.Register(request.OutDir, "report", "calibration.html");
        Console.Out.WriteLine($"Page: {page}. To use what was found, put {Path.Combine(request.OutDir, "ensemble.tsv")} under models/.");
        return 0;
    }
}
