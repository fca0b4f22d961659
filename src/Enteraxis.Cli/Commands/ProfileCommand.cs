using System.CommandLine;
using Enteraxis.Numerics;
using Enteraxis.Reporting.Cohort;
using Enteraxis.Reporting.Figures;
using Enteraxis.Studies.GutCohorts;
using Enteraxis.Studies.Runs;

namespace Enteraxis.Cli.Commands;

/// <summary>enteraxis profile: a cohort's feature table described, with what was read, left out and compared.</summary>
internal static class ProfileCommand
{
    private const int MostPermutations = 1_000_000;

    public static Command Create()
    {
        Argument<string> table = new("table") { Description = "feature table of any format that ./enteraxis convert reads, or a folder of Kraken reports or Bracken tables" };
        Option<string?> metadata = new("--metadata") { Description = "metadata of the samples: TSV, CSV or .qza, with or without #q2:types" };
        Option<string?> tree = new("--tree") { Description = "phylogenetic tree of the features: Newick, gzipped too, or .qza" };
        Option<string?> taxonomy = new("--taxonomy") { Description = "taxonomy of the features (.tsv, .csv, .qza); without it the table's own or the file beside it" };
        Option<string?> group = new("--group") { Description = "column of the metadata whose groups are compared" };
        Option<string?> inCase = new("--case") { Description = "of two groups the one whose difference from the other is told; without it the later one by name" };
        Option<string?> block = new("--block") { Description = "column of the metadata; permutations stay within its blocks (household, person)" };
        Option<string[]> covariates = new("--covariate") { Description = "columns that stand in the model beside the groups", AllowMultipleArgumentsPerToken = true };
        Option<int> permutations = new("--permutations") { Description = "of PERMANOVA", DefaultValueFactory = _ => 999 };
        Option<ulong> seed = new("--seed") { Description = "which random permutations and draws", DefaultValueFactory = _ => 1UL };
        Option<int> threads = new("--threads") { Description = "how many processors; never changes a result", DefaultValueFactory = _ => Environment.ProcessorCount };
        Option<string> output = new("--out") { Description = "folder for the tables and the report", Required = true };
        Command command = new("profile",
            "Describes a cohort's feature table: how it was read and what was left out (import.tsv), diversity within samples (alpha.tsv, rarefaction.tsv), distances between them (distances/, pcoa.tsv,\n"
            + "pcoa_eigenvalues.tsv), what groups explain of them (permanova.tsv, dispersion.tsv), which genera differ\n"
            + "between two groups by four methods (differential.tsv), and a report. Not there yet: reference.tsv and scfa.tsv.\n\n"
            + "Example:\n  ./enteraxis profile examples/feature-table.tsv --out results/cohort")
        {
            table, metadata, tree, taxonomy, group, inCase, block, covariates, permutations, seed, threads, output,
        };
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(new CohortRequest
        {
            TablePath = Given(parsed.GetValue(table)!), MetadataPath = Optional(parsed.GetValue(metadata)), TreePath = Optional(parsed.GetValue(tree)), TaxonomyPath = Optional(parsed.GetValue(taxonomy)),
            Group = parsed.GetValue(group), Case = parsed.GetValue(inCase), Block = parsed.GetValue(block), Covariates = parsed.GetValue(covariates) ?? [], Permutations = parsed.GetValue(permutations), Seed = parsed.GetValue(seed), Threads = parsed.GetValue(threads),
            OutDir = parsed.GetValue(output)!, RootPath = Installation.Root,
        }, cancellation)));
        return command;
    }

    private static string Given(string path) => Directory.Exists(path) ? path : PersonCommand.Given(path);

    private static string? Optional(string? path) => path is null ? null : PersonCommand.Given(path);

    private static int Run(CohortRequest request, CancellationToken cancellation)
    {
        if (request.Threads < 1) throw new InputException("--threads: at least one processor is needed.");
        if (request.Permutations is < 1 or > MostPermutations) throw new InputException($"--permutations: write a whole number of 1 to {MostPermutations}; 999 is usual.");
        OutputPath.CheckFolder("--out", request.OutDir);
        using PhaseLine line = new("reading the table");
        CohortResult result = CohortProfile.Run(request, line.Phase, cancellation);
        line.Phase("drawing the report");
        string report = Path.Combine(request.OutDir, "report.html");
        CohortPage page = CohortReport.Draw(result);
        AtomicFile.Write(report, page.Html);
        RunFolder.Register(request.OutDir, "report", "report.html");
        Directory.CreateDirectory(Path.Combine(request.OutDir, "figures"));
        foreach (FigureFile figure in page.Figures)
        {
            AtomicFile.Write(Path.Combine(request.OutDir, "figures", figure.Name), figure.Svg);
            RunFolder.Register(request.OutDir, "figure", "figures/" + figure.Name);
        }
        line.Dispose();
        foreach (string warning in result.Warnings) Console.Error.WriteLine(PlainLine.Of(warning));
        Console.Out.WriteLine($"Report: {report}");
        return 0;
    }
}
