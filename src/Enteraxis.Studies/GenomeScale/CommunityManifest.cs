using System.Globalization;
using Enteraxis.Microbiome.Import;
using Enteraxis.Studies.People;
using Enteraxis.Studies.Runs;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Studies.GenomeScale;

/// <summary>What a community's numbers were made from. Inputs are named and hashed, not copied: models are the user's and often must not be passed on.</summary>
internal static class CommunityManifest
{
    public static RunManifest Of(CommunityRequest request, CommunityInput input)
    {
        string table = Path.GetFileName(request.TablePath), diet = Path.GetFileName(input.DietPath);
        List<HashedFile> inputs = [.. Files("table", request.TablePath)];
        if ((request.TaxonomyPath ?? FeatureTableReader.TaxonomyBeside(request.TablePath)) is { } taxonomy) inputs.Add(new HashedFile("taxonomy", Path.GetFileName(taxonomy), RunManifest.HashOf(taxonomy)));
        inputs.Add(new HashedFile("diet", diet, RunManifest.HashOf(input.DietPath)));
        string list = Path.Combine(request.ModelsPath, ModelIndex.TableName);
        if (File.Exists(list)) inputs.Add(new HashedFile("models", ModelIndex.TableName, RunManifest.HashOf(list)));
        inputs.AddRange(input.Join.Members.OrderBy(m => m.Entry.File, StringComparer.Ordinal).Select(m => new HashedFile("model", m.Entry.File, RunManifest.HashOf(m.Entry.Path))));
        return new RunManifest
        {
            Study = "community", Version = StudyInputs.Version, Seed = 0, Command = ["community", table, "--sample", request.SampleId, "--models", Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(request.ModelsPath))), "--diet", diet],
            Options = new SortedDictionary<string, string>(StringComparer.Ordinal)
            {
                ["trade-off"] = Number(request.TradeOff), ["least-share"] = Number(request.LeastShare), ["least-matched"] = Number(request.LeastMatched), ["minimal-medium"] = request.Medium.ToString().ToLowerInvariant(),
                ["variability"] = request.Variability ? "yes" : "no", ["changes"] = string.Join(", ", request.Changes.Select(c => c.Text)),
            },
            Inputs = inputs, Models = ScienceLibrary.Load(request.RootPath).Hashes(),
        };
    }

    private static IEnumerable<HashedFile> Files(string role, string path) => Directory.Exists(path)
        ? Directory.EnumerateFiles(path).Order(StringComparer.Ordinal).Select(f => new HashedFile(role, $"{Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)))}/{Path.GetFileName(f)}", RunManifest.HashOf(f)))
        : [new HashedFile(role, Path.GetFileName(path), RunManifest.HashOf(path))];

    private static string Number(double x) => x.ToString("R", CultureInfo.InvariantCulture);
}
