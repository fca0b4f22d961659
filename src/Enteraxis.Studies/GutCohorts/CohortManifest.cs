using System.Security.Cryptography;
using Enteraxis.Microbiome.Import;
using Enteraxis.Studies.People;
using Enteraxis.Studies.Runs;

namespace Enteraxis.Studies.GutCohorts;

/// <summary>What a cohort's numbers were made from. Its inputs are named and hashed, not copied: they may be large and are the user's.</summary>
internal static class CohortManifest
{
    private static readonly string[] GutTables = ["taxa.tsv", "synonyms.tsv", "named_taxa.tsv", "guilds.tsv", "guild_reference.tsv", "reference_groups.tsv", "association_score.tsv", "association_worth.tsv", "acids.tsv", "carbon_pools.tsv", "uptakes.tsv", "products.tsv", "diets.tsv", "stool_markers.tsv", "stool.ant", "gut.ant", "competitiveness.ant"];

    public static RunManifest Of(CohortRequest request)
    {
        List<HashedFile> inputs = [];
        string table = Add("table", request.TablePath);
        List<string> command = ["profile", table];
        if ((request.TaxonomyPath ?? FeatureTableReader.TaxonomyBeside(request.TablePath)) is { } taxonomy) Option("--taxonomy", Add("taxonomy", taxonomy));
        if (request.MetadataPath is { } metadata) Option("--metadata", Add("metadata", metadata));
        if (request.TreePath is { } tree) Option("--tree", Add("tree", tree));
        if (request.Group is { } group) Option("--group", group);
        if (request.Case is { } inCase) Option("--case", inCase);
        if (request.Block is { } block) Option("--block", block);
        foreach (string covariate in request.Covariates) Option("--covariate", covariate);
        if (request.Sample is { } sample) Option("--sample", sample);
        if (request.Reference.TablePath is { } reference) Option("--reference", Add("reference", reference));
        if (request.Reference.MetadataPath is { } referenceMetadata) Option("--reference-metadata", Add("reference metadata", referenceMetadata));
        if (request.Reference.Group is { } referenceGroup) Option("--reference-group", referenceGroup);
        if (request.Reference.Site is { } site) Option("--site", site);
        return new RunManifest
        {
            Study = "profile", Version = StudyInputs.Version, Seed = request.Seed, Command = command,
            Options = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["permutations"] = FormattableString.Invariant($"{request.Permutations}"), ["group"] = request.Group ?? "", ["case"] = request.Case ?? "", ["block"] = request.Block ?? "", ["covariates"] = string.Join(", ", request.Covariates), ["sample"] = request.Sample ?? "", ["reference group"] = request.Reference.Group ?? "", ["site"] = request.Reference.Site ?? "" },
            Inputs = inputs,
            Models = [.. GutTables.Select(t => "gut/" + t).Concat(["wall/wall.ant", "parameters.tsv", "interventions.tsv"])
                .Where(t => File.Exists(Path.Combine(request.RootPath, "models", t))).Select(t => new HashedFile("model", "models/" + t, Hash(Path.Combine(request.RootPath, "models", t))))],
        };

        string Add(string role, string path)
        {
            if (!Directory.Exists(path))
            {
                inputs.Add(new HashedFile(role, Path.GetFileName(path), Hash(path)));
                return Path.GetFileName(path);
            }
            string folder = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)));
            foreach (string file in Directory.EnumerateFiles(path).Order(StringComparer.Ordinal)) inputs.Add(new HashedFile(role, $"{folder}/{Path.GetFileName(file)}", Hash(file)));
            return folder;
        }

        void Option(string name, string value)
        {
            command.Add(name);
            command.Add(value);
        }
    }

    private static string Hash(string path)
    {
        using FileStream stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
