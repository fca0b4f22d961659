using System.CommandLine;
using Enteraxis.Numerics;
using Enteraxis.Reporting.Cohorts;
using Enteraxis.Studies.Cohorts;
using Enteraxis.Studies.Runs;

namespace Enteraxis.Cli.Commands;

/// <summary>enteraxis cohort: many people of a population over years, with tables and a page.</summary>
internal static class CohortCommand
{
    public static Command Create()
    {
        Argument<string> study = new("study") { Description = "study file (studies/natural-history.yaml shows every key)" };
        Option<string> output = new("--out") { Description = "folder for the tables and the page", Required = true };
        Option<int?> people = new("--people") { Description = "how many people (default: as the study says)" };
        Option<double?> years = new("--years") { Description = "how many years (default: as the study says)" };
        Option<string?> preset = new("--preset") { Description = "all people of one preset of models/presets.tsv" };
        Option<ulong> seed = new("--seed") { Description = "which people and which chance", DefaultValueFactory = _ => 1UL };
        Option<int> threads = new("--threads") { Description = "how many processors; never changes a result", DefaultValueFactory = _ => Environment.ProcessorCount };
        Command command = new("cohort",
            "Simulates many people of a population over years: who they are, their visits and their events as TSV and Parquet, a summary and a page.\n\nExample:\n  ./enteraxis cohort studies/natural-history.yaml --people 500 --years 20 --seed 1 --out results/natural-history")
        {
            study, output, people, years, preset, seed, threads,
        };
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(new CohortStudyRequest
        {
            RootPath = Installation.Root, StudyPath = PersonCommand.Given(parsed.GetValue(study)!), OutDir = parsed.GetValue(output)!, People = parsed.GetValue(people), Years = parsed.GetValue(years),
            Preset = parsed.GetValue(preset), Seed = parsed.GetValue(seed), Threads = parsed.GetValue(threads),
        }, cancellation)));
        return command;
    }

    private static int Run(CohortStudyRequest request, CancellationToken cancellation)
    {
        if (request.Threads < 1) throw new InputException("--threads: at least one processor is needed.");
        OutputPath.CheckFolder("--out", request.OutDir);
        CohortStudyResult result = ProgressLine.While(progress => CohortStudy.Run(request, progress, cancellation));
        string report = Path.Combine(request.OutDir, "summary.html");
        AtomicFile.Write(report, CourseReport.Render(result));
        RunFolder.Register(request.OutDir, "report", "summary.html");
        Console.Out.WriteLine($"Page: {report}");
        return 0;
    }
}
