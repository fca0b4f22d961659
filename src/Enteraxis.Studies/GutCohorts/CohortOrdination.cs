using Enteraxis.Microbiome.Ecology.GroupTests;
using Enteraxis.Microbiome.Ecology.Ordination;

namespace Enteraxis.Studies.GutCohorts;

/// <summary>One distance of a cohort: its principal coordinates and, with groups, what they explain of it.</summary>
/// <param name="Measure">Name of the distance.</param>
/// <param name="Coordinates">Places of the samples.</param>
/// <param name="Permanova">Null without groups, and where they cannot be tested.</param>
/// <param name="Dispersion">Null without groups, and where they are too small to have a spread; a note then says so.</param>
/// <param name="Untested">Why what groups explain cannot be tested, in a sentence; null where it is, or without groups.</param>
/// <param name="Notes">What was left out or assumed on the way, in sentences.</param>
public sealed record CohortOrdination(string Measure, Pcoa Coordinates, PermanovaResult? Permanova, DispersionResult? Dispersion, string? Untested, IReadOnlyList<string> Notes);
