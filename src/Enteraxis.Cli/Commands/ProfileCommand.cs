using System.CommandLine;
using Enteraxis.Numerics;
using Enteraxis.Reporting.GutCohorts;
using Enteraxis.Reporting.Figures;
using Enteraxis.Reporting.Sample;
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
        Option<string?> sample = new("--sample") { Description = "one sample of the table: a report of it alone" };
        Option<string?> reference = new("--reference") { Description = "feature table of a reference cohort, whose percentiles stand beside the published ones" };
        Option<string?> referenceMetadata = new("--reference-metadata") { Description = "metadata of the reference's samples" };
        Option<string?> referenceGroup = new("--reference-group") { Description = "column=value: who is the reference, of --reference or, without it, of the table itself (disease=control)" };
        Option<string?> site = new("--site", "--batch") { Description = "column of the reference's metadata; each of its sites (or batches) is tried alone as the reference" };
        Option<int> permutations = new("--permutations") { Description = "of PERMANOVA", DefaultValueFactory = _ => 999 };
        Option<ulong> seed = new("--seed") { Description = "which random permutations and draws", DefaultValueFactory = _ => 1UL };
        Option<int> threads = new("--threads") { Description = "how many processors; never changes a result", DefaultValueFactory = _ => Environment.ProcessorCount };
        Option<string> output = new("--out") { Description = "folder for the tables and the report", Required = true };
        Command command = new("profile",
            "Describes a cohort's feature table: how it was read and what was left out (import.tsv), diversity within samples (alpha.tsv, rarefaction.tsv), distances between them (distances/, pcoa.tsv,\n"
            + "pcoa_eigenvalues.tsv), what groups explain of them (permanova.tsv, dispersion.tsv), which genera differ\n"
            + "between two groups by four methods (differential.tsv), where taxa and guilds stand among others (reference.tsv), how far a sample leans to what studies of MS agree on (association.tsv),\n"
            + "what is fermented (scfa.tsv), what a change of diet does to it over twelve weeks (diet.tsv), what each guild eats and makes\n"
            + "(guild_flows.tsv), a report and its figures (figures/); of one sample with --sample.\n\n"
            + "Examples:\n  ./enteraxis profile examples/feature-table.tsv --out results/cohort\n  ./enteraxis profile examples/feature-table.tsv --sample S1 --out results/S1")
        {
            table, sample, metadata, tree, taxonomy, group, inCase, block, covariates, reference, referenceMetadata, referenceGroup, site, permutations, seed, threads, output,
        };
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(new CohortRequest
        {
            TablePath = PersonCommand.Table(parsed.GetValue(table)!), MetadataPath = Optional(parsed.GetValue(metadata)), TreePath = Optional(parsed.GetValue(tree)), TaxonomyPath = Optional(parsed.GetValue(taxonomy)),
            Sample = parsed.GetValue(sample), Group = parsed.GetValue(group), Case = parsed.GetValue(inCase), Block = parsed.GetValue(block), Covariates = parsed.GetValue(covariates) ?? [], Permutations = parsed.GetValue(permutations), Seed = parsed.GetValue(seed), Threads = parsed.GetValue(threads),
            OutDir = parsed.GetValue(output)!, RootPath = Installation.Root,
            Reference = new ReferenceRequest
            {
                TablePath = parsed.GetValue(reference) is { } given ? PersonCommand.Table(given) : null, MetadataPath = Optional(parsed.GetValue(referenceMetadata)), Group = parsed.GetValue(referenceGroup), Site = parsed.GetValue(site),
            },
        }, cancellation)));
        return command;
    }

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
        CohortPage page = result.Table.SampleIds.Count == 1 ? SampleReport.Draw(result) : CohortReport.Draw(result);
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
