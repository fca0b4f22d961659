using Enteraxis.Numerics;
using Enteraxis.Reporting.Figures;
using Enteraxis.Studies.Petab;
using Enteraxis.Studies.Runs;
using Enteraxis.Studies.SedMl;

namespace Enteraxis.Cli.Commands;

/// <summary>enteraxis simulate for files that say themselves what is to be done: SED-ML, COMBINE archives and PEtab problems.</summary>
internal static class SimulateExperiment
{
    /// <param name="output">Folder for reports and plots; null prints the first report.</param>
    /// <param name="plot">Page for all plots; null for none.</param>
    public static int Run(ExperimentKind kind, string path, IReadOnlyDictionary<string, double> settings, string? output, string? plot, CancellationToken cancellation)
    {
        if (!File.Exists(path)) throw new InputException($"{path}: there is no such file; check the name and the folder.");
        if (output is not null) OutputPath.CheckFolder("--out", output);
        return kind == ExperimentKind.Omex
            ? ExperimentFile.Within(path, main => ExperimentFile.KindOf(main) is var inner and not (ExperimentKind.None or ExperimentKind.Omex) ? Run(inner, main, path, settings, output, plot, cancellation)
                : throw new InputException($"{path}: the main file of the archive is no experiment; name a SED-ML document as its master."))
            : Run(kind, path, path, settings, output, plot, cancellation);
    }

    private static int Run(ExperimentKind kind, string path, string title, IReadOnlyDictionary<string, double> settings, string? output, string? plot, CancellationToken cancellation) =>
        kind == ExperimentKind.Petab ? RunPetab(path, settings, output, cancellation) : RunSedMl(path, title, settings, output, plot, cancellation);

    private static int RunSedMl(string path, string title, IReadOnlyDictionary<string, double> settings, string? output, string? plot, CancellationToken cancellation)
    {
        SedDocument document = SedReader.ReadFile(path);
        SedResult result = ProgressLine.While(progress => SedRun.Run(document, settings, progress, cancellation));
        foreach (string warning in result.Warnings) Console.Error.WriteLine(PlainLine.Of(warning));
        if (output is null && result.Reports.Count > 0) Console.Out.Write(SedReportWriter.Tsv(result.Reports[0]));
        if (output is not null)
        {
            Directory.CreateDirectory(output);
            foreach (SedReportResult r in result.Reports) AtomicFile.Write(Path.Combine(output, FileName(r.Id) + ".tsv"), SedReportWriter.Tsv(r));
            foreach (SedPlotResult p in result.Plots) AtomicFile.Write(Path.Combine(output, FileName(p.Id) + ".svg"), PlotFigure.File(p));
        }
        if (plot is not null) AtomicFile.Write(plot, PlotFigure.Page(Path.GetFileName(title), result.Plots));
        if (output is null && result.Reports.Count == 0 && plot is null) throw new InputException($"{title}: the document has plots only; write --out or --plot to see them.");
        return 0;
    }

    private static int RunPetab(string path, IReadOnlyDictionary<string, double> settings, string? output, CancellationToken cancellation)
    {
        PetabResult result = PetabCommand.Simulate(path, settings, cancellation);
        if (output is null) Console.Out.Write(PetabWriter.Simulations(result));
        else PetabWriter.Write(output, result);
        return 0;
    }

    // Ids are words; anything else in a damaged file must not lead out of the folder.
    private static string FileName(string id) => string.Concat(id.Select(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' ? c : '_'));
}
