using Enteraxis.Microbiome.Taxonomy;
using Enteraxis.Numerics;
using Enteraxis.Studies.Runs;

namespace Enteraxis.Studies.GutCohorts;

/// <summary>A cohort's table, described: read, joined, measured, written. All is computed before the first file is written.</summary>
public static class CohortProfile
{
    /// <param name="phase">Told what is being done.</param>
    /// <exception cref="InputException">Any fault of the inputs; nothing was written.</exception>
    public static CohortResult Run(CohortRequest request, Action<string>? phase = null, CancellationToken cancellation = default)
    {
        phase?.Invoke("reading the table");
        CohortInput input = CohortInput.Read(request);
        cancellation.ThrowIfCancellationRequested();
        IReadOnlyList<ImportRow> import = ImportTable.Of(input, GuildCoverage.Of(input.Table, input.Taxa));
        RunManifest manifest = CohortManifest.Of(request);
        phase?.Invoke("writing the tables");
        RunFolder folder = RunFolder.Open(request.OutDir, manifest, new Dictionary<string, byte[]>());
        folder.Add("result", "import.tsv", ImportTable.Result(import).ToTsv());
        folder.Finish();
        return new CohortResult
        {
            Import = import, Table = input.Table, Warnings = input.Whole.Doubts, GroupName = request.Group, BlockName = request.Block, Groups = input.Groups,
            Bars = [.. new[] { TaxonRank.Phylum, TaxonRank.Family, TaxonRank.Genus }.Select(r => RankBars.Of(input.Table, r, input.Taxa.Synonyms)).Where(b => b.Names.Any(n => n is not (RankBars.Others or RankBars.NoName)))],
            Provenance = Provenance(manifest),
        };
    }

    private static SortedDictionary<string, string> Provenance(RunManifest manifest)
    {
        SortedDictionary<string, string> said = new(StringComparer.Ordinal) { ["version"] = manifest.Version, ["seed"] = FormattableString.Invariant($"{manifest.Seed}"), ["command"] = string.Join(' ', manifest.Command) };
        foreach ((string key, string value) in manifest.Options.Where(o => o.Value.Length > 0)) said[key] = value;
        foreach (HashedFile f in manifest.Inputs.Concat(manifest.Models)) said[f.Path] = f.Sha256;
        return said;
    }
}
