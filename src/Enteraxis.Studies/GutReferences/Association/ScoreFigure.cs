namespace Enteraxis.Studies.GutReferences.Association;

/// <summary>What the score was found to be worth, measured once on people whose group is known (models/gut/association_worth.tsv).</summary>
/// <param name="Quantity">Id of the figure.</param>
/// <param name="Label">As a page names it.</param>
/// <param name="Low">5 % point, or null.</param>
public sealed record ScoreFigure(string Quantity, string Label, double Value, double? Low, double? High);
