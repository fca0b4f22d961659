using System.Globalization;
using Enteraxis.Numerics;
using Enteraxis.Studies.Fermentation;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Studies.GutCohorts;

/// <summary>What a cohort's samples ferment, and what changes of diet do to it.</summary>
/// <param name="Samples">At rest, with their guild shares.</param>
/// <param name="Estimates">Made, absorbed and left in the stool.</param>
/// <param name="Changes">By sample, diet, acid, measure and day.</param>
/// <param name="Thin">Samples of which less than seven tenths of the reads have a guild, with that share: their figures speak for that part.</param>
public sealed record CohortFermentation(RestedSamples Samples, FermentationResult Estimates, IReadOnlyList<DietChange> Changes, IReadOnlyList<(string Sample, double Mapped)> Thin)
{
    // As a person's profile warns (ProfileOptions.WarnMappedShare).
    private const double WarnMapped = 0.7;

    public required IReadOnlyList<AcidRow> Acids { get; init; }

    public required IReadOnlyList<ListedDiet> Diets { get; init; }

    public required IReadOnlyList<GuildRow> Guilds { get; init; }

    /// <returns>The figures, or null with the sentence that says why there are none; samples that could not be mapped, each with its reason.</returns>
    internal static (CohortFermentation? Fermentation, string? Why, IReadOnlyList<(string Sample, string Reason)> LeftOut) Of(FermentationEstimator estimator, CohortInput input, CancellationToken cancellation)
    {
        ScienceLibrary library = estimator.Models.Library;
        IReadOnlyList<ListedDiet> diets = DietList.Read(Path.Combine(library.Root, "models", "gut", "diets.tsv"), library.Interventions);
        RestedSamples rested = estimator.ToRest(input.AllReads, cancellation: cancellation);
        FermentationResult estimates;
        try
        {
            estimates = estimator.Estimate(rested);
        }
        catch (InputException e)
        {
            return (null, $"scfa.tsv and diet.tsv are left out: {e.Message}", rested.LeftOut);
        }
        IReadOnlyList<DietChange> changes = new DietResponse(estimator).Of(rested, [.. diets.Select(d => d.Intervention)], [.. DietList.Days], cancellation);
        return (new CohortFermentation(rested, estimates, changes, [.. rested.Profiles.Where(p => p.Mapped < WarnMapped).Select(p => (p.Sample, p.Mapped))])
        {
            Acids = estimator.Models.Acids, Diets = diets, Guilds = library.Guilds.Rows,
        }, null, estimates.LeftOut);
    }

    /// <summary>What import.tsv says of it: cautions, samples without an estimate and samples of which little could be mapped.</summary>
    internal IEnumerable<ImportRow> Import() =>
        [.. DietTable.Cautions.Select(c => new ImportRow("caution", "scfa.tsv, diet.tsv", "", c)), .. Estimates.Notes.Select(n => new ImportRow("note", "scfa.tsv", "", n)),
            new ImportRow("fermentation", "greatest share of carbon that an account misses", ImportTable.Number(Estimates.CarbonResidual)),
            .. Estimates.TransitDays.OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => new ImportRow("transit index, days", t.Key, t.Value.ToString("G6", CultureInfo.InvariantCulture), "read from marker taxa; no measured time")),
            .. Thin.Select(t => new ImportRow("few guilds", t.Sample, ImportTable.Number(t.Mapped), "share of reads with a guild; what this sample ferments is said of that part only"))];
}
