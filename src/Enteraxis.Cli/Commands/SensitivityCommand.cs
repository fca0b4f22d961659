using System.CommandLine;
using Enteraxis.Numerics;
using Enteraxis.Reporting.Sensitivity;
using Enteraxis.Studies.Runs;
using Enteraxis.Studies.Sensitivity;

namespace Enteraxis.Cli.Commands;

/// <summary>enteraxis sensitivity: which parameters matter, which the targets can tell, and which assumption turns a comparison of levers.</summary>
internal static class SensitivityCommand
{
    public static Command Create()
    {
        Argument<string> study = new("study") { Description = "study file (studies/sensitivity/course.yaml and levers.yaml show every key)" };
        Option<string> output = new("--out") { Description = "folder for the tables and the page", Required = true };
        Option<int> threads = new("--threads") { Description = "how many processors; never changes a result", DefaultValueFactory = _ => Environment.ProcessorCount };
        Command command = new("sensitivity",
            "Screens parameters (Morris), shares out the variance of outputs (Sobol on an emulator), says which parameters a stage's targets can tell and which rest on their prior, and which assumption turns a comparison of two levers.\n\nExample:\n  ./enteraxis sensitivity studies/sensitivity/course.yaml --out results/sensitivity")
        {
            study, output, threads,
        };
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(new SensitivityRequest
        {
            RootPath = Installation.Root, StudyPath = PersonCommand.Given(parsed.GetValue(study)!), OutDir = parsed.GetValue(output)!, Threads = parsed.GetValue(threads),
        }, cancellation)));
        return command;
    }

    private static int Run(SensitivityRequest request, CancellationToken cancellation)
    {
        if (request.Threads < 1) throw new InputException("--threads: at least one processor is needed.");
        OutputPath.CheckFolder("--out", request.OutDir);
        SensitivityResult result = ProgressLine.While(progress => SensitivityStudy.Run(request, progress, cancellation));
        string page = Path.Combine(request.OutDir, "sensitivity.html");
        AtomicFile.Write(page, SensitivityReport.Render(result));
        RunFolder.Register(request.OutDir, "report", "sensitivity.html");
        Console.Out.WriteLine($"Page: {page}");
        return 0;
    }
}
