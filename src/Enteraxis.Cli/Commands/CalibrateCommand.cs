using System.CommandLine;
using Enteraxis.Numerics;
using Enteraxis.Reporting.Calibration;
using Enteraxis.Studies.Calibration;
using Enteraxis.Studies.Calibration.FromPetab;
using Enteraxis.Studies.Runs;
using Enteraxis.Studies.Yaml;

namespace Enteraxis.Cli.Commands;

/// <summary>enteraxis calibrate: one stage's parameters moved towards its targets, an ensemble and a table of hits and misses out.</summary>
internal static class CalibrateCommand
{
    public static Command Create()
    {
        Argument<string> stage = new("stage") { Description = "stage file (studies/calibration/course.yaml shows every key) or PEtab problem file" };
        Option<string> output = new("--out") { Description = "folder for the ensemble and the tables", Required = true };
        Option<string?> ensemble = new("--ensemble") { Description = "ensemble.tsv that the stage before left (none: the stage starts from the tables alone)" };
        Option<int> threads = new("--threads") { Description = "how many processors; never changes a result", DefaultValueFactory = _ => Environment.ProcessorCount };
        Option<int?> members = new("--members") { Description = "of a PEtab problem: sets of parameters that move together (200)" };
        Option<int?> steps = new("--steps") { Description = "of a PEtab problem: steps of the smoother (4)" };
        Option<ulong?> seed = new("--seed") { Description = "of a PEtab problem: which members (1)" };
        Command command = new("calibrate",
            "Moves the free parameters of a stage until simulated people agree with its targets; 'calibrate all' runs every stage. The ensemble that comes out is put under models/ by hand, so that a calibration never changes the model behind one's back.\n\nExample:\n  ./enteraxis calibrate studies/calibration/gut.yaml --out results/gut")
        {
            stage, output, ensemble, threads, members, steps, seed, CalibrateAllCommand.Create(), TargetsCommand.Create(),
        };
        command.SetAction((parsed, cancellation) =>
        {
            string path = PersonCommand.Given(parsed.GetValue(stage)!), folder = parsed.GetValue(output)!;
            (int? Members, int? Steps, ulong? Seed) given = (parsed.GetValue(members), parsed.GetValue(steps), parsed.GetValue(seed));
            if (YamlFile.Read(path).Has("format_version"))
                return Task.FromResult(RunPetab(new PetabCalibrationRequest { ProblemPath = path, OutDir = folder, Members = given.Members ?? 200, Steps = given.Steps ?? 4, Seed = given.Seed ?? 1 }, cancellation));
            if (given is not (null, null, null)) throw new InputException("--members, --steps and --seed are of PEtab problems; those of a stage stand in its file.");
            return Task.FromResult(Run(new CalibrationRequest { RootPath = Installation.Root, StagePath = path, OutDir = folder, EnsemblePath = parsed.GetValue(ensemble) is { } sets ? PersonCommand.Given(sets) : null, Threads = parsed.GetValue(threads) }, cancellation));
        });
        return command;
    }

    private static int RunPetab(PetabCalibrationRequest request, CancellationToken cancellation)
    {
        OutputPath.CheckFolder("--out", request.OutDir);
        PetabCalibrationResult result = ProgressLine.While(progress => CalibratePetab.Run(request, progress, cancellation));
        Console.Out.WriteLine($"{Enumerable.Range(0, result.Measured.Length).Count(result.IsHit)} of {result.Measured.Length} measurements met within their noise. Tables: {request.OutDir}");
        return 0;
    }

    private static int Run(CalibrationRequest request, CancellationToken cancellation)
    {
        if (request.Threads < 1) throw new InputException("--threads: at least one processor is needed.");
        OutputPath.CheckFolder("--out", request.OutDir);
        CalibrationResult result = ProgressLine.While(progress => Calibrate.Run(request, progress, cancellation));
        string page = WritePage(request.OutDir, result);
        Console.Out.WriteLine($"Page: {page}. To use what was found, put {Path.Combine(request.OutDir, "ensemble.tsv")} under models/.");
        return 0;
    }

    internal static string WritePage(string folder, CalibrationResult result)
    {
        string page = Path.Combine(folder, "calibration.html");
        AtomicFile.Write(page, CalibrationReport.Render(result));
        RunFolder.Register(folder, "report", "calibration.html");
        return page;
    }
}
