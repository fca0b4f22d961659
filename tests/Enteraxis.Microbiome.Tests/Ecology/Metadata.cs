using Enteraxis.Microbiome.Ecology.GroupTests;

namespace Enteraxis.Microbiome.Tests.Ecology;

/// <summary>Columns of a shared set's metadata in the order of its table.</summary>
internal static class Metadata
{
    public static string?[] Column(string set, string name)
    {
        string[][] lines = [.. Expected.Lines(Places.Shared(set, "metadata.tsv")).Select(l => l.TrimEnd('\r').Split('\t'))];
        int at = Array.IndexOf(lines[0], name), id = lines[0].Contains("SampleID") ? Array.IndexOf(lines[0], "SampleID") : 0;
        Dictionary<string, string> by = lines[1..].ToDictionary(l => l[id], l => l[at], StringComparer.Ordinal);
        return [.. Expected.Table(set).SampleIds.Select(s => by.GetValueOrDefault(s) is { Length: > 0 } v ? v : null)];
    }

    public static ModelTerm Factor(string set, string name) => ModelTerm.Factor(name, Column(set, name));

    public static ModelTerm Number(string set, string name) => ModelTerm.Numeric(name, [.. Column(set, name).Select(v => v is null ? double.NaN : Expected.Number(v))]);
}
