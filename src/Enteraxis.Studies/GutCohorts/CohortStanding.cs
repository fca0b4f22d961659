using Enteraxis.Microbiome;
using Enteraxis.Microbiome.Import;
using Enteraxis.Microbiome.Metadata;
using Enteraxis.Microbiome.Taxonomy;
using Enteraxis.Numerics;
using Enteraxis.Studies.GutReferences;

namespace Enteraxis.Studies.GutCohorts;

/// <summary>Where each sample's named taxa and guilds stand in the references.</summary>
/// <param name="Shares">Of the samples looked at.</param>
/// <param name="References">The published one first, then the user's.</param>
/// <param name="Standings">Reference by reference, sample by sample.</param>
/// <param name="Doubts">Sentences that put percentiles in question.</param>
public sealed record CohortStanding(ItemShares Shares, IReadOnlyList<ReferenceSet> References, IReadOnlyList<Standing> Standings, IReadOnlyList<string> Doubts)
{
    /// <summary>For each taxon what is known of it, and for each guild its label.</summary>
    public required TaxonTables Taxa { get; init; }

    /// <summary>The references, the user's read from its files.</summary>
    /// <exception cref="InputException">The user's reference cannot be read.</exception>
    internal static (IReadOnlyList<ReferenceSet> References, IReadOnlyList<string> Doubts) Read(CohortRequest request, CohortInput input)
    {
        ReferenceSet shipped = ShippedReference.Read(Path.Combine(request.RootPath, "models", "gut"), input.Taxa);
        if (!request.Reference.IsAsked)
            return request.Reference is { Site: null, MetadataPath: null } ? ([shipped], []) : throw new InputException("--site, --reference-metadata: they belong to a reference; name it with --reference or --reference-group.");
        (ReferenceSet given, string? doubt) = Given(request.Reference, input);
        return ([shipped, given], doubt is null ? [] : [doubt]);
    }

    internal static CohortStanding Of(CohortInput input, IReadOnlyList<ReferenceSet> references, IReadOnlyList<string> doubts)
    {
        ItemShares shares = ItemShares.Of(input.AllReads, input.Taxa);
        return new CohortStanding(shares, references, [.. references.SelectMany(r => Standing.Of(shares, r))], doubts) { Taxa = input.Taxa };
    }

    private static (ReferenceSet, string?) Given(ReferenceRequest asked, CohortInput input)
    {
        if (asked.TablePath is null)
        {
            if (asked.MetadataPath is not null) throw new InputException("--reference-metadata: it belongs to --reference; the looked-at table has its own --metadata.");
            return GivenReference.Of(input.Everyone, input.Metadata, asked.Group, asked.Site, own: true, input.Taxa);
        }
        SampleMetadata? metadata = asked.MetadataPath is null ? null : SampleMetadata.Read(asked.MetadataPath);
        FeatureTable table = FeatureTableReader.Read(asked.TablePath, metadata: metadata);
        return GivenReference.Of(table, metadata, asked.Group, asked.Site, own: false, input.Taxa);
    }
}
