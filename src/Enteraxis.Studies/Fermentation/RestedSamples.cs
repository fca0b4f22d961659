namespace Enteraxis.Studies.Fermentation;

/// <summary>Samples of a table with their communities of guilds at rest: what estimates and responses to diet both start from.</summary>
/// <param name="Source">Name of the table.</param>
/// <param name="Profiles">Those that could be mapped.</param>
/// <param name="Communities">By profile; null where the control did not come to rest.</param>
/// <param name="LeftOut">Samples that could not be mapped, each with its reason.</param>
public sealed record RestedSamples(string Source, IReadOnlyList<SampleProfile> Profiles, IReadOnlyList<RestedCommunity?> Communities, IReadOnlyList<(string Sample, string Reason)> LeftOut);
