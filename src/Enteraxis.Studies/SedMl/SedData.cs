namespace Enteraxis.Studies.SedMl;

/// <summary>A file of numbers beside the document.</summary>
/// <param name="Format">urn:sedml:format:csv or tsv.</param>
public sealed record SedData(string Id, string Source, string Format, IReadOnlyList<SedDataSource> Sources, int Line);

/// <param name="Column">Heading of the column; empty for the row numbers.</param>
public sealed record SedDataSource(string Id, string Column);
