using System.CommandLine;
using Enteraxis.Numerics;
using Enteraxis.Numerics.Text;
using Enteraxis.Reporting.Community;
using Enteraxis.Studies.GenomeScale;
using Enteraxis.Studies.Runs;

namespace Enteraxis.Cli.Commands;

/// <summary>enteraxis community: a sample's taxa as genome-scale models of the user's own, fed together by one diet.</summary>
internal static class CommunityCommand
{
    public static Command Create()
    {
        Argument<string> table = new("table") { Description = "feature table of any format that ./enteraxis convert reads" };
        Option<string> models = new("--models") { Description = "folder of SBML-FBC models, a file a taxon (Genus_species_strain.xml or .xml.gz), or with a taxa.tsv of taxon and file", Required = true };
        Option<string> sample = new("--sample") { Description = "sample of the table", Required = true };
        Option<string?> taxonomy = new("--taxonomy") { Description = "taxonomy of the features (.tsv, .csv, .qza); without it the table's own or the file beside it" };
        Option<string?> diet = new("--diet") { Description = "table of exchanges and what may be taken up, mmol/gDW/h; without it diet.tsv in the folder of models" };
        Option<double> tradeOff = new("--trade-off") { Description = "share of the largest community growth to keep while growth is spread over the taxa, above 0 and at most 1", DefaultValueFactory = _ => 0.5 };
        Option<double> leastShare = new("--least-share") { Description = "models with less of the matched reads are left out", DefaultValueFactory = _ => 0.001 };
        Option<double> leastMatched = new("--least-matched") { Description = "share of reads that must have a model", DefaultValueFactory = _ => 0.25 };
        Option<string?> medium = new("--minimal-medium") { Description = "the least of the diet on which all grow the same: total (amount) or components (their number too, slow on large models)", Arity = ArgumentArity.ZeroOrOne };
        Option<bool> variability = new("--variability") { Description = "how far each exchange can go while all grow the same" };
        Option<string[]> changes = new("--change") { Description = "what-ifs: another bound of the diet, exchange=bound", AllowMultipleArgumentsPerToken = true };
        Option<int> threads = new("--threads") { Description = "how many processors; never changes a result", DefaultValueFactory = _ => Environment.ProcessorCount };
        Option<string> output = new("--out") { Description = "folder for the tables and the report", Required = true };
        Command command = new("community",
            "Grows a sample's taxa together on one diet, with genome-scale models of your own (AGORA, BiGG, CarveMe …; none come with this program but eight of textbook size).\n"
            + "Writes import.tsv (which taxon found which model), growth.tsv, exchanges.tsv, medium.tsv, acids.tsv, on demand variability.tsv and changes.tsv, and a report.\n\n"
            + "Example:\n  ./enteraxis community examples/feature-table.tsv --sample S1 --models examples/genome-scale --change EX_fib_e=12 --out results/community")
        {
            table, models, sample, taxonomy, diet, tradeOff, leastShare, leastMatched, medium, variability, changes, threads, output,
        };
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(new CommunityRequest
        {
            TablePath = Given(parsed.GetValue(table)!), ModelsPath = Folder(parsed.GetValue(models)!), SampleId = parsed.GetValue(sample)!, TaxonomyPath = Optional(parsed.GetValue(taxonomy)), DietPath = Optional(parsed.GetValue(diet)),
            TradeOff = Share("--trade-off", parsed.GetValue(tradeOff), 0, 1), LeastShare = Share("--least-share", parsed.GetValue(leastShare), -1, 0.5), LeastMatched = Share("--least-matched", parsed.GetValue(leastMatched), -1, 1),
            Medium = parsed.GetResult(medium) is null ? MediumKind.None : Medium(parsed.GetValue(medium)), Variability = parsed.GetValue(variability), Changes = [.. (parsed.GetValue(changes) ?? []).Select(DietChange.Parse)],
            Threads = parsed.GetValue(threads), OutDir = parsed.GetValue(output)!, RootPath = Installation.Root,
        }, cancellation)));
        return command;
    }

    private static int Run(CommunityRequest request, CancellationToken cancellation)
    {
        if (request.Threads < 1) throw new InputException("--threads: at least one processor is needed.");
        if (request.Changes.GroupBy(c => c.Text, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice) throw new InputException($"--change: '{twice.Key}' stands twice; keep one.");
        OutputPath.CheckFolder("--out", request.OutDir);
        using PhaseLine line = new("reading the table");
        CommunityResult result = CommunityRun.Run(request, line.Phase, cancellation);
        string report = Path.Combine(request.OutDir, "report.html");
        AtomicFile.Write(report, CommunityReport.Render(result));
        RunFolder.Register(request.OutDir, "report", "report.html");
        line.Dispose();
        foreach (string warning in result.Warnings) Console.Error.WriteLine(PlainLine.Of(warning));
        Console.Out.WriteLine($"Report: {report}");
        return 0;
    }

    private static string Given(string path) => Directory.Exists(path) ? path : PersonCommand.Given(path);

    private static string? Optional(string? path) => path is null ? null : PersonCommand.Given(path);

    // The folder of examples/ is found from anywhere, as its files are.
    private static string Folder(string path) => !Directory.Exists(path) && !Path.IsPathRooted(path) && Directory.Exists(Installation.PathOf(path)) ? Installation.PathOf(path) : path;

    private static double Share(string option, double value, double above, double most) =>
        value > above && value <= most && value >= 0 ? value : throw new InputException(FormattableString.Invariant($"{option}: {value} is no share {(above < 0 ? "from" : "above")} 0 up to {most}."));

    private static MediumKind Medium(string? word) => word switch
    {
        null or "total" => MediumKind.Total,
        "components" => MediumKind.Components,
        _ => throw new InputException($"--minimal-medium: '{Echo.Of(word)}' is no kind of minimal medium; write total or components."),
    };
}
