using Enteraxis.Reporting.Figures;

namespace Enteraxis.Reporting.GutCohorts;

/// <summary>A cohort's page and its figures, each as a file of its own too.</summary>
/// <param name="Html">A complete HTML document that loads nothing.</param>
/// <param name="Figures">In the order of the page.</param>
public sealed record CohortPage(string Html, IReadOnlyList<FigureFile> Figures);
