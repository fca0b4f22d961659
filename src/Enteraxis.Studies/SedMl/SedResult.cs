namespace Enteraxis.Studies.SedMl;

/// <summary>What a document's outputs hold after its tasks ran.</summary>
public sealed record SedResult(IReadOnlyList<SedReportResult> Reports, IReadOnlyList<SedPlotResult> Plots, IReadOnlyList<string> Warnings);

public sealed record SedReportResult(string Id, string Name, IReadOnlyList<(string Label, SedArray Values)> Columns);

public sealed record SedPlotResult(string Id, string Name, bool LogX, bool LogY, IReadOnlyList<SedCurveResult> Curves);

/// <param name="X">One array of the shape of <paramref name="Y"/>, or one row of it that all rows share.</param>
public sealed record SedCurveResult(string Name, string XName, SedArray X, SedArray Y);
