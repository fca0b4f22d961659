using Enteraxis.Numerics;
using Enteraxis.Reporting.Figures;
using Enteraxis.Studies.Petab;
using Enteraxis.Studies.Runs;
using Enteraxis.Studies.SedMl;

namespace Enteraxis.Cli.Commands;

/// <summary>enteraxis simulate for files that say themselves what is to be done: SED-ML, COMBINE archives and PEtab problems.</summary>
internal static class SimulateExperiment
{
    /// <param name="Misplaced">Options given that only runs of models take.</param>
    /// <param name="End">Replaces the end of every time course; null keeps them.</param>
    /// <param name="Points">Replaces their numbers of steps.</param>
    /// <param name="Out">Folder for reports and plots; null prints the first report.</param>
    /// <param name="Plot">Page for all plots: null for none, empty for one beside the rest.</param>
    internal sealed record Request(ExperimentKind Kind, string Path, IReadOnlyList<string> Misplaced, string[] Settings, string? End, int? Points, string? Out, string? Plot);

    public static int Run(Request request, CancellationToken cancellation)
    {
        string path = request.Path;
        if (!File.Exists(path)) throw new InputException($"{path}: there is no such file; check the name and the folder.");
        if (request.Misplaced.Count > 0) throw new InputException($"{request.Misplaced[0]}: an experiment says itself what is done; remove the option, or run the model it names.");
        if (request.Points is < 1 or > 10_000_000) throw new InputException($"--points: {request.Points} is not between 1 and 10,000,000.");
        if (request.Out is not null) OutputPath.CheckFolder("--out", request.Out);
        string? page = request.Plot is not "" ? request.Plot : request.Out is null ? SimulateCommand.PageBeside(path) : Path.Combine(request.Out, "plots.html");
        if (page is not null && (request.Plot is not "" || request.Out is null)) OutputPath.CheckFile("--plot", page);
        Task task = new(path, SettingText.ParseAll(request.Settings).ToDictionary(s => s.Name, s => s.Value, StringComparer.Ordinal), request.End is null ? null : DurationText.ParseDays(request.End, "--end"), request.Points, request.Out, page);
        if (request.Kind != ExperimentKind.Omex) return Run(request.Kind, path, task, cancellation);
        return ExperimentFile.Within(path, main => ExperimentFile.KindOf(main) is var inner and not (ExperimentKind.None or ExperimentKind.Omex) ? Run(inner, main, task, cancellation)
            : throw new InputException($"{path}: the main file of the archive is no experiment; name a SED-ML document as its master."));
    }

    private sealed record Task(string Title, IReadOnlyDictionary<string, double> Settings, double? End, int? Points, string? Out, string? Page);

    private static int Run(ExperimentKind kind, string path, Task task, CancellationToken cancellation) => kind == ExperimentKind.Petab ? RunPetab(path, task, cancellation) : RunSedMl(path, task, cancellation);

    private static int RunSedMl(string path, Task task, CancellationToken cancellation)
    {
        SedDocument document = SedReader.ReadFile(path);
        document = document with { Simulations = [.. document.Simulations.Select(s => s is UniformTimeCourse c ? Fitted(c, task) : s)] };
        SedResult result = ProgressLine.While(progress => SedRun.Run(document, task.Settings, progress, cancellation));
        foreach (string warning in result.Warnings) Console.Error.WriteLine(PlainLine.Of(warning));
        if (task.Out is null && result.Reports.Count == 0 && task.Page is null) throw new InputException($"{task.Title}: the document has plots only; write --out or --plot to see them.");
        if (task.Out is null && result.Reports.Count > 0) Console.Out.Write(SedReportWriter.Tsv(result.Reports[0]));
        if (task.Out is not null)
        {
            Directory.CreateDirectory(task.Out);
            foreach (SedReportResult r in result.Reports) AtomicFile.Write(Path.Combine(task.Out, FileName(r.Id) + ".tsv"), SedReportWriter.Tsv(r));
            foreach (SedPlotResult p in result.Plots) AtomicFile.Write(Path.Combine(task.Out, FileName(p.Id) + ".svg"), PlotFigure.File(p));
        }
        if (task.Page is not null) AtomicFile.Write(task.Page, PlotFigure.Page(Path.GetFileName(task.Title), result.Plots));
        return 0;
    }

    private static UniformTimeCourse Fitted(UniformTimeCourse course, Task task)
    {
        if (task.End < course.OutputStart) throw new InputException(FormattableString.Invariant($"--end: the time course '{course.Id}' begins its output at {course.OutputStart}; write a later end."));
        return course with { OutputEnd = task.End ?? course.OutputEnd, Steps = task.Points ?? course.Steps };
    }

    private static int RunPetab(string path, Task task, CancellationToken cancellation)
    {
        if (task.End is not null || task.Points is not null) throw new InputException("--end, --points: a PEtab problem is simulated at its times of measurement; remove them.");
        if (task.Page is not null) throw new InputException("--plot: a PEtab problem names no plots; remove the option.");
        PetabResult result = PetabCommand.Simulate(path, task.Settings, cancellation);
        if (task.Out is null) Console.Out.Write(PetabWriter.Simulations(result));
        else PetabWriter.Write(task.Out, result);
        return 0;
    }

    // Ids are words; anything else in a damaged file must not lead out of the folder.
    private static string FileName(string id) => string.Concat(id.Select(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' ? c : '_'));
}
