using System.CommandLine;
using Enteraxis.Numerics;
using Enteraxis.Studies.People;
using Enteraxis.Studies.Runs;

namespace Enteraxis.Cli.Commands;

/// <summary>enteraxis person: a gut profile and a person in, two simulated years under the levers of a study, a report out.</summary>
internal static class PersonCommand
{
    public static Command Create()
    {
        Argument<string> questionnaire = new("questionnaire") { Description = "the person, as YAML (examples/newly-diagnosed.yaml shows every key)" };
        Option<string> profile = new("--profile") { Description = "feature table of any format that ./enteraxis convert reads, or a folder of Kraken reports or Bracken tables", Required = true };
        Option<string> sample = new("--sample") { Description = "which sample of the table", Required = true };
        Option<string> output = new("--out") { Description = "folder for the report and its numbers", Required = true };
        Option<string?> levers = new("--levers") { Description = "study file with the levers (default studies/person.yaml)" };
        Option<bool> all = new("--all") { Description = "show every lever, those that do not fit this person too" };
        Option<ulong> seed = new("--seed") { Description = "which random histories", DefaultValueFactory = _ => 1UL };
        Option<int?> twins = new("--twins") { Description = "how many twins (the study file says 200 or more)" };
        Option<int> threads = new("--threads") { Description = "how many processors; never changes a result", DefaultValueFactory = _ => Environment.ProcessorCount };
        Command command = new("person",
            "Reads a profile and a questionnaire, simulates two years under the levers of a study and writes a report.\n\nExample:\n  ./enteraxis person examples/newly-diagnosed.yaml --profile examples/feature-table.tsv --sample S1 --out results/first")
        {
            questionnaire, profile, sample, output, levers, all, seed, twins, threads,
        };
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(new PersonStudyRequest
        {
            QuestionnairePath = Given(parsed.GetValue(questionnaire)!), TablePath = Table(parsed.GetValue(profile)!), SampleId = parsed.GetValue(sample)!,
            OutDir = parsed.GetValue(output)!, StudyPath = parsed.GetValue(levers) is { } study ? Given(study) : Installation.PathOf("studies", "person.yaml"),
            RootPath = Installation.Root, All = parsed.GetValue(all), Seed = parsed.GetValue(seed), Twins = parsed.GetValue(twins), Threads = parsed.GetValue(threads),
        }, cancellation)));
        return command;
    }

    /// <summary>A table, which may be a folder of reports.</summary>
    public static string Table(string path) => Directory.Exists(path) ? path : Given(path);

    /// <summary>A file as the user named it; the files of examples/ and studies/ are found from any folder.</summary>
    public static string Given(string path)
    {
        if (File.Exists(path)) return path;
        string own = Installation.PathOf(path);
        return !Path.IsPathRooted(path) && File.Exists(own) ? own : throw new InputException($"{path}: there is no such file; check the name and the folder.");
    }

    public static int Run(PersonStudyRequest request, CancellationToken cancellation)
    {
        if (request.Threads < 1) throw new InputException("--threads: at least one processor is needed.");
        OutputPath.CheckFolder("--out", request.OutDir);
        PersonStudyResult result = ProgressLine.While(progress => PersonStudy.Run(request, progress, cancellation));
        foreach (string notice in result.Notices) Console.Error.WriteLine(PlainLine.Of(notice));
        return Finish(result, request.OutDir);
    }

    /// <summary>Draws the report beside the numbers and says where it lies.</summary>
    public static int Finish(PersonStudyResult result, string folder)
    {
        string report = Path.Combine(folder, "report.html");
        AtomicFile.Write(report, Enteraxis.Reporting.Person.PersonReport.Render(result));
        RunFolder.Register(folder, "report", "report.html");
        Console.Out.WriteLine($"Report: {report}");
        return 0;
    }
}
