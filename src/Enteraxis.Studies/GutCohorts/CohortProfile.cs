using System.Globalization;
using Enteraxis.Microbiome.Ecology;
using Enteraxis.Microbiome.Ecology.Distances;
using Enteraxis.Microbiome.Taxonomy;
using Enteraxis.Numerics;
using Enteraxis.Studies.Fermentation;
using Enteraxis.Studies.Fermentation.Flows;
using Enteraxis.Studies.GutReferences;
using Enteraxis.Studies.GutReferences.Association;
using Enteraxis.Studies.Runs;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Studies.GutCohorts;

/// <summary>A cohort's table, described: read, joined, measured, written. Distances are written one after another; where anything fails or is stopped, the folder is left as it was.</summary>
public static class CohortProfile
{
    private const string Alone = "One sample has no distances to others: distances, ordination and tests are left out.";

    /// <param name="phase">Told what is being done.</param>
    /// <exception cref="InputException">Any fault of the inputs; nothing is left written.</exception>
    public static CohortResult Run(CohortRequest request, Action<string>? phase = null, CancellationToken cancellation = default)
    {
        phase?.Invoke("reading the table");
        // The model of fermentation is made ready while the table is read: it knows nothing of it.
        Task<FermentationEstimator> estimator = Task.Run(() => new FermentationEstimator(ScienceLibrary.Load(request.RootPath), request.Threads), cancellation);
        CohortInput input = CohortInput.Read(request);
        CohortModel model = new(request, input);
        (IReadOnlyList<ReferenceSet> references, IReadOnlyList<string> doubts) = CohortStanding.Read(request, input);
        cancellation.ThrowIfCancellationRequested();
        phase?.Invoke("diversity within samples");
        CohortAlpha alpha = CohortAlpha.Of(input.Table, input.Tree);
        phase?.Invoke("taxa between groups");
        (CohortDifference? difference, string? why) = CohortDifference.Of(request, input);
        phase?.Invoke("where they stand among others");
        CohortStanding standing = CohortStanding.Of(input, references, doubts);
        CohortAssociation association = CohortAssociation.Of(request, input, standing.Shares);
        phase?.Invoke("what they ferment");
        (CohortFermentation? fermentation, string? unfermented, IReadOnlyList<(string Sample, string Reason)> unmapped) = CohortFermentation.Of(estimator.GetAwaiter().GetResult(), input, cancellation);
        (GuildFlows? flows, string? noFlows) = CohortFlows.Of(estimator.GetAwaiter().GetResult(), request.Sample, input, cancellation);
        RunManifest manifest = CohortManifest.Of(request);
        cancellation.ThrowIfCancellationRequested();
        // A folder that holds the same run already is a finished one: what stands in it stays, whatever happens now.
        bool fresh = !File.Exists(Path.Combine(request.OutDir, RunManifest.FileName));
        RunFolder folder = RunFolder.Open(request.OutDir, manifest, new Dictionary<string, byte[]>());
        try
        {
            IReadOnlyList<CohortOrdination> ordinations = Distances(folder, request, input, model, phase, cancellation);
            string[] warnings = [.. input.Whole.Doubts, .. alpha.Warnings, .. new[] { why, unfermented, noFlows }.OfType<string>(), .. standing.Doubts, .. ordinations.Select(o => o.Untested).OfType<string>().Distinct(), .. ordinations.Count == 0 && request.Sample is null ? [Alone] : Array.Empty<string>()];
            IReadOnlyList<ImportRow> import = [.. ImportTable.Of(input, GuildCoverage.Of(input.Table, input.Taxa)), .. fermentation?.Import() ?? [], .. unmapped.Select(l => new ImportRow("not estimated", l.Sample, "", l.Reason)), .. StandingTable.Cautions.Select(c => new ImportRow("caution", "reference.tsv", "", c)),
                .. AssociationTable.Cautions.Select(c => new ImportRow("caution", "association.tsv", "", c)),
                .. warnings.Except(input.Whole.Doubts).Concat(ordinations.SelectMany(o => o.Notes)).Distinct().Select(w => new ImportRow("warning", "results", "", w))];
            folder.Add("result", "import.tsv", ImportTable.Result(import).ToTsv());
            folder.Add("result", "alpha.tsv", alpha.Table(request.Group, input.Groups).ToTsv());
            if (alpha.Curves.Count > 0) folder.Add("result", "rarefaction.tsv", alpha.CurveTable().ToTsv());
            if (difference is not null) folder.Add("result", "differential.tsv", difference.ToTsv());
            folder.Add("result", "reference.tsv", StandingTable.Of(standing.Standings).ToTsv());
            if (association.Scores.Count > 0) folder.Add("result", "association.tsv", AssociationTable.Of(association.Scores).ToTsv());
            if (association.Validation is { } validation) folder.Add("result", "association_validation.tsv", AssociationTable.Of(validation).ToTsv());
            if (fermentation is not null)
            {
                folder.Add("result", "scfa.tsv", ScfaTable.Of(fermentation.Estimates).ToTsv());
                folder.Add("result", "diet.tsv", DietTable.Of(fermentation.Changes).ToTsv());
            }
            if (flows is not null) folder.Add("result", "guild_flows.tsv", flows.Table().ToTsv());
            if (ordinations.Count > 0)
            {
                folder.Add("result", "pcoa.tsv", CohortTables.Places(ordinations).ToTsv());
                folder.Add("result", "pcoa_eigenvalues.tsv", CohortTables.Eigenvalues(ordinations).ToTsv());
                if (input.Groups is not null) folder.Add("result", "permanova.tsv", CohortTables.Permanova(ordinations, request).ToTsv());
                if (input.Groups is not null) folder.Add("result", "dispersion.tsv", CohortTables.Dispersion(ordinations, request).ToTsv());
            }
            folder.Finish();
            return new CohortResult
            {
                Import = import, Table = input.Table, Warnings = warnings, GroupName = request.Group, BlockName = request.Block, Groups = input.Groups, Alpha = alpha, Ordinations = ordinations, Difference = difference, Fermentation = fermentation, Standing = standing, Association = association, Permutations = request.Permutations,
                Bars = [.. Enum.GetValues<TaxonRank>().Where(r => r > TaxonRank.Domain).Select(r => RankBars.Of(input.Table, r, input.Taxa.Synonyms)).Where(b => b.Names.Any(n => n is not (RankBars.Others or RankBars.NoName)))],
                HeatMap = CohortHeatMap.Of(input.Table, TaxonRank.Genus, input.Taxa.Synonyms, input.Groups), Flows = flows, Provenance = Provenance(manifest),
            };
        }
        catch
        {
            if (fresh) folder.Undo();
            throw;
        }
    }

    private static List<CohortOrdination> Distances(RunFolder folder, CohortRequest request, CohortInput input, CohortModel model, Action<string>? phase, CancellationToken cancellation)
    {
        List<CohortOrdination> done = [];
        if (input.Table.SampleIds.Count < 2) return done;
        EcologyOptions options = new() { Threads = request.Threads, Cancellation = cancellation };
        int count = CohortMeasures.Count(input.Table, input.Tree is not null);
        phase?.Invoke(string.Create(CultureInfo.InvariantCulture, $"distances between samples, 1 of {count}"));
        foreach (DistanceMatrix distances in CohortMeasures.Of(input.Table, input.Tree, options))
        {
            phase?.Invoke(string.Create(CultureInfo.InvariantCulture, $"{distances.Measure}, {done.Count + 1} of {count}"));
            cancellation.ThrowIfCancellationRequested();
            done.Add(model.Look(distances, options));
            folder.Add("result", $"distances/{distances.Measure}.tsv.gz", stream => DistanceText.Write(distances, stream));
        }
        return done;
    }

    private static SortedDictionary<string, string> Provenance(RunManifest manifest)
    {
        SortedDictionary<string, string> said = new(StringComparer.Ordinal) { ["version"] = manifest.Version, ["seed"] = FormattableString.Invariant($"{manifest.Seed}"), ["command"] = string.Join(' ', manifest.Command) };
        foreach ((string key, string value) in manifest.Options.Where(o => o.Value.Length > 0)) said[key] = value;
        foreach (HashedFile f in manifest.Inputs.Concat(manifest.Models)) said[f.Path] = f.Sha256;
        return said;
    }
}
