using System.Globalization;
using Enteraxis.Microbiome;
using Enteraxis.Microbiome.Import;
using Enteraxis.Microbiome.Taxonomy;
using Enteraxis.Modelling.Sbml.Fbc;
using Enteraxis.Numerics;
using Enteraxis.Numerics.Text;

namespace Enteraxis.Studies.GenomeScale;

/// <summary>A sample, its models and its diet, read and joined.</summary>
/// <param name="Members">By taxon.</param>
/// <param name="DietPath">The file that the diet was read from.</param>
/// <param name="Warnings">What puts the results in question, in sentences.</param>
public sealed record CommunityInput(FeatureTable Table, int Sample, ModelIndex Models, ProfileJoin Join, IReadOnlyList<CommunityMember> Members, Diet Diet, string DietPath, IReadOnlyList<string> Warnings)
{
    private const double WarnMatched = 0.7;

    /// <param name="phase">Told what is being done.</param>
    /// <exception cref="InputException">Any fault of the inputs.</exception>
    public static CommunityInput Read(CommunityRequest request, Action<string>? phase, CancellationToken cancellation)
    {
        TaxonTables taxa = TaxonTables.Read(Path.Combine(request.RootPath, "models", "gut"));
        ModelIndex models = ModelIndex.Read(request.ModelsPath, taxa.Synonyms);
        string dietPath = request.DietPath ?? Path.Combine(request.ModelsPath, CommunityRequest.DietName);
        if (request.DietPath is null && !File.Exists(dietPath)) throw new InputException($"--diet: no diet is given and the folder of models holds no {CommunityRequest.DietName}; give a table of exchanges and of what may be taken up in mmol/gDW/h.");
        Diet diet = DietReader.Read(dietPath);
        FeatureTable table = FeatureTableReader.Read(request.TablePath, request.TaxonomyPath, request.SampleId);
        int sample = table.IndexOf(request.SampleId);
        if (sample < 0) throw new InputException($"{table.Source}: sample '{Echo.Of(request.SampleId)}' is not in the table; the nearest names are {string.Join(", ", NearestName.Of(request.SampleId, table.SampleIds, 3).Select(n => $"'{n}'"))}.");
        ProfileJoin join = ProfileJoin.Of(table, sample, models, taxa.Synonyms, request.LeastShare);
        double matched = join.ShareOf(MatchKind.Species) + join.ShareOf(MatchKind.Genus);
        if (join.Members.Count == 0 || matched < request.LeastMatched)
            throw new InputException(string.Create(CultureInfo.InvariantCulture, $"{table.Source}: only {matched:P1} of the reads of sample '{request.SampleId}' have a model (at least {request.LeastMatched:P0} is needed, --least-matched); give models of {Missing(join)} or a taxonomy with genus names."));
        phase?.Invoke(string.Create(CultureInfo.InvariantCulture, $"reading {join.Members.Count} models"));
        CommunityMember[] members = ReadModels(join, request.Threads, cancellation);
        List<string> warnings = [.. table.Doubts];
        if (matched < WarnMatched) warnings.Add(string.Create(CultureInfo.InvariantCulture, $"Only {matched:P1} of the reads have a model: the community speaks for that part."));
        HashSet<string> known = [.. members.SelectMany(m => m.Model.Exchanges.Select(e => e.Name))];
        int idle = diet.Offered.Keys.Count(e => !known.Contains(e));
        if (idle == diet.Offered.Count) throw new InputException($"{diet.Source}: no taxon exchanges anything that the diet offers, so it names compounds in another way than the models; the models have for example {string.Join(", ", known.Order(StringComparer.Ordinal).Take(4))}.");
        if (2 * idle > diet.Offered.Count) warnings.Add($"{idle} of {diet.Offered.Count} exchanges of the diet are known to no taxon: check that diet and models name compounds in the same way.");
        foreach (DietChange change in request.Changes)
            if (!known.Contains(change.Exchange)) throw new InputException($"--change: no taxon of the community exchanges '{Echo.Of(change.Exchange)}'.{NearestName.Hint(change.Exchange, known.Order(StringComparer.Ordinal))}");
        return new CommunityInput(table, sample, models, join, members, diet, dietPath, warnings);
    }

    private static CommunityMember[] ReadModels(ProfileJoin join, int threads, CancellationToken cancellation)
    {
        CommunityMember[] members = new CommunityMember[join.Members.Count];
        InputException?[] faults = new InputException?[members.Length];
        Parallel.For(0, members.Length, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation }, m =>
        {
            (ModelEntry entry, double share) = join.Members[m];
            try
            {
                members[m] = new CommunityMember(TaxonModel.Of(entry.Taxon, entry.File, FluxNetworkReader.Read(entry.Path)), share);
            }
            catch (InputException e)
            {
                faults[m] = e;
            }
        });
        // The first by taxon, on any number of threads.
        if (Array.Find(faults, f => f is not null) is { } fault) throw new InputException(fault.Message, fault);
        return members;
    }

    private static string Missing(ProfileJoin join) => join.Matches.Where(m => m.Kind == MatchKind.NoModel).Take(3).Select(m => m.Taxon).ToArray() is { Length: > 0 } names ? string.Join(", ", names) : "its taxa";
}
