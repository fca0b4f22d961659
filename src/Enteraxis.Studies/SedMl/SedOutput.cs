namespace Enteraxis.Studies.SedMl;

public abstract record SedOutput(string Id, string Name);

public sealed record SedReport(string Id, string Name, IReadOnlyList<SedDataSet> DataSets) : SedOutput(Id, Name);

/// <param name="Label">Heading of the column.</param>
public sealed record SedDataSet(string Id, string Label, string DataGenerator);

public sealed record SedPlot(string Id, string Name, IReadOnlyList<SedCurve> Curves, bool LogX, bool LogY) : SedOutput(Id, Name);

public sealed record SedCurve(string Id, string Name, string X, string Y);
