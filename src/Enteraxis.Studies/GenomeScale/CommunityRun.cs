using System.Globalization;
using Enteraxis.Numerics;
using Enteraxis.Studies.GutCohorts;
using Enteraxis.Studies.Runs;

namespace Enteraxis.Studies.GenomeScale;

/// <summary>A community of genome-scale models from a sample, a folder of models and a diet: read, joined, solved, written. All is worked out before the first file is written.</summary>
public static class CommunityRun
{
    /// <param name="phase">Told what is being done.</param>
    /// <exception cref="InputException">Any fault of the inputs; nothing is left written.</exception>
    public static CommunityResult Run(CommunityRequest request, Action<string>? phase = null, CancellationToken cancellation = default)
    {
        CommunityInput input = CommunityInput.Read(request, phase, cancellation);
        RunManifest manifest = CommunityManifest.Of(request, input);
        CommunityResult result = Solve(request, input, manifest, phase, cancellation);
        cancellation.ThrowIfCancellationRequested();
        phase?.Invoke("writing tables");
        bool fresh = !File.Exists(Path.Combine(request.OutDir, RunManifest.FileName));
        RunFolder folder = RunFolder.Open(request.OutDir, manifest, new Dictionary<string, byte[]>());
        try
        {
            folder.Add("result", "import.tsv", ImportTable.Result(result.Import).ToTsv());
            folder.Add("result", "growth.tsv", CommunityTables.Growth(result).ToTsv());
            folder.Add("result", "exchanges.tsv", CommunityTables.Exchanges(result).ToTsv());
            folder.Add("result", "medium.tsv", CommunityTables.Medium(result).ToTsv());
            folder.Add("result", "acids.tsv", CommunityTables.Acids(result).ToTsv());
            if (result.Ranges is not null) folder.Add("result", "variability.tsv", CommunityTables.Variability(result).ToTsv());
            if (result.Changes.Count > 0) folder.Add("result", "changes.tsv", CommunityTables.Changes(result).ToTsv());
            folder.Finish();
        }
        catch
        {
            if (fresh) folder.Undo();
            throw;
        }
        return result;
    }

    private static CommunityResult Solve(CommunityRequest request, CommunityInput input, RunManifest manifest, Action<string>? phase, CancellationToken cancellation)
    {
        using CommunityProgram program = new(input.Members, input.Diet);
        phase?.Invoke(string.Create(CultureInfo.InvariantCulture, $"growth of {input.Members.Count} taxa, {program.Size.Columns:N0} fluxes"));
        CommunitySolution solution = CooperativeTradeOff.Solve(program, request.TradeOff, cancellation);
        List<string> warnings = [.. input.Warnings];
        if (solution.LargestGrowth <= Told.Nothing) warnings.Add("On this diet the community does not grow at all: something that every growth needs is not offered.");
        else if (solution.Growth.Count(g => g <= Told.Nothing) is > 0 and var still) warnings.Add(string.Create(CultureInfo.InvariantCulture, $"{still} of {input.Members.Count} taxa do not grow: their models lack something that neither the diet nor the others offer."));
        double[]? least = null, fewest = null;
        if (request.Medium != MediumKind.None && solution.LargestGrowth > Told.Nothing)
        {
            phase?.Invoke("the least medium");
            least = MinimalMedium.LeastTotal(program, solution, cancellation);
            if (request.Medium == MediumKind.Components)
            {
                phase?.Invoke("the medium of fewest components");
                fewest = MinimalMedium.FewestComponents(program, solution, cancellation);
            }
        }
        IReadOnlyList<ExchangeRange>? ranges = request.Variability ? ExchangeRanges.Of(program, solution, phase, cancellation) : null;
        List<ChangedCommunity> changes = [];
        foreach (DietChange change in request.Changes)
        {
            phase?.Invoke($"what if {change.Text}");
            double before = program.Diet.Of(change.Exchange);
            program.Offer(change.Exchange, change.Bound);
            changes.Add(new ChangedCommunity(change, CooperativeTradeOff.Solve(program, request.TradeOff, cancellation)));
            program.Offer(change.Exchange, before);
        }
        phase?.Invoke("the guild model beside");
        IReadOnlyList<AcidLine> acids = AcidLines.Of(request, input, program.Exchanges, solution, ranges, warnings, cancellation);
        return new CommunityResult
        {
            Source = input.Table.Source, SampleId = request.SampleId, Members = program.Members, Join = input.Join, Diet = input.Diet, TradeOff = request.TradeOff, Exchanges = program.Exchanges, Solution = solution,
            LeastTotal = least, FewestComponents = fewest, Ranges = ranges, Changes = changes, Acids = acids, Import = CommunityImport.Of(request, input, warnings), Warnings = warnings, Provenance = Provenance(manifest),
        };
    }

    private static SortedDictionary<string, string> Provenance(RunManifest manifest)
    {
        SortedDictionary<string, string> said = new(StringComparer.Ordinal) { ["version"] = manifest.Version, ["command"] = string.Join(' ', manifest.Command) };
        foreach ((string key, string value) in manifest.Options.Where(o => o.Value.Length > 0)) said[key] = value;
        foreach (HashedFile f in manifest.Inputs) said[f.Path] = f.Sha256;
        return said;
    }
}
