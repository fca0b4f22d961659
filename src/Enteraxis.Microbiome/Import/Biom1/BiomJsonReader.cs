using System.Globalization;
using System.Text.Json;
using Enteraxis.Microbiome.Taxonomy;
using Enteraxis.Numerics;

namespace Enteraxis.Microbiome.Import.Biom1;

/// <summary>BIOM 1.0: JSON with rows (features), columns (samples) and a sparse or dense matrix.</summary>
/// <remarks>Format: biom-format.org, "The biom file format: Version 1.0".</remarks>
internal static class BiomJsonReader
{
    public static void Read(FeatureTableBuilder builder, InputFile file, InputLimits limits)
    {
        try
        {
            using Stream stream = file.OpenStream();
            using JsonDocument json = JsonDocument.Parse(stream, new JsonDocumentOptions { MaxDepth = limits.JsonDepth });
            Fill(builder, file.Name, json.RootElement, limits);
        }
        catch (JsonException e)
        {
            string place = e.LineNumber is { } line ? $", line {(line + 1).ToString(CultureInfo.InvariantCulture)}" : "";
            throw new InputException($"{file.Name}{place}: the JSON of this BIOM file cannot be read; it is cut short, damaged or nested too deep.", e);
        }
        catch (Exception e) when (e is InvalidOperationException or FormatException)
        {
            throw new InputException($"{file.Name}: an entry of this BIOM file has another type than BIOM 1.0 prescribes ({e.Message.TrimEnd('.')}).", e);
        }
    }

    private static void Fill(FeatureTableBuilder builder, string file, JsonElement root, InputLimits limits)
    {
        JsonElement Part(string name) => root.TryGetProperty(name, out JsonElement e) ? e : throw new InputException($"{file}: '{name}' is missing, so this is no BIOM 1.0 table.");
        JsonElement rows = Part("rows"), columns = Part("columns"), data = Part("data");
        if (rows.GetArrayLength() > limits.Features || columns.GetArrayLength() > limits.Samples)
            throw new InputException($"{file}: the table has more features or samples than are read.");
        int withTaxonomy = 0;
        foreach (JsonElement row in rows.EnumerateArray())
        {
            string id = Id(row, file);
            builder.FeatureIds.Add(id);
            if (LineageOf(row) is not { } lineage) continue;
            builder.Lineages[id] = lineage;
            withTaxonomy++;
        }
        foreach (JsonElement column in columns.EnumerateArray()) builder.SampleIds.Add(Id(column, file));
        int features = builder.FeatureIds.Count, samples = builder.SampleIds.Count;
        if (root.TryGetProperty("shape", out JsonElement shape) && (shape.GetArrayLength() != 2 || shape[0].GetInt32() != features || shape[1].GetInt32() != samples))
            throw new InputException($"{file}: the shape says {shape.GetRawText()}, but {features} rows and {samples} columns are named; the file is damaged.");
        builder.Format = "BIOM 1.0";
        builder.Notes.Add($"BIOM 1.0 (JSON){(withTaxonomy > 0 ? " with taxonomy" : "")}.");
        string Cell(int f, int s) => $"{file}, feature '{builder.FeatureIds[f]}', sample '{builder.SampleIds[s]}'";
        double Value(JsonElement e, int f, int s) =>
            e.ValueKind == JsonValueKind.Number ? e.GetDouble() : throw new InputException($"{Cell(f, s)}: {e.GetRawText()} is not a number; expected a count, a proportion or a percentage.");
        bool dense = root.TryGetProperty("matrix_type", out JsonElement type) && type.GetString() == "dense";
        int place = 0;
        foreach (JsonElement entry in data.EnumerateArray())
        {
            int length = entry.GetArrayLength();
            if (dense)
            {
                if (place >= features || length != samples) throw new InputException($"{file}: the dense matrix does not have {features} rows of {samples} numbers; the file is damaged.");
                for (int s = 0; s < samples; s++)
                {
                    builder.Add(s, place, Value(entry[s], place, s));
                }
            }
            else
            {
                int f = length == 3 ? entry[0].GetInt32() : -1, s = length == 3 ? entry[1].GetInt32() : -1;
                if (f < 0 || f >= features || s < 0 || s >= samples)
                    throw new InputException($"{file}: entry {place + 1} of the sparse matrix lies outside {features} rows and {samples} columns; the file is damaged.");
                builder.Add(s, f, Value(entry[2], f, s));
            }
            place++;
        }
        if (dense && place != features) throw new InputException($"{file}: the dense matrix has {place} rows where {features} are named; the file is cut short.");
    }

    private static string Id(JsonElement entry, string file) =>
        entry.TryGetProperty("id", out JsonElement id) && id.GetString() is { Length: > 0 } text ? text : throw new InputException($"{file}: a row or column has no id.");

    private static Lineage? LineageOf(JsonElement row)
    {
        if (!row.TryGetProperty("metadata", out JsonElement metadata) || metadata.ValueKind != JsonValueKind.Object) return null;
        foreach (JsonProperty property in metadata.EnumerateObject())
        {
            if (!SideTaxonomy.IsLineageColumn(property.Name)) continue;
            if (property.Value.ValueKind == JsonValueKind.String) return LineageParser.Parse(property.Value.GetString()!);
            if (property.Value.ValueKind == JsonValueKind.Array)
                return LineageParser.Parse(string.Join("; ", property.Value.EnumerateArray().Select(e => e.ValueKind == JsonValueKind.String ? e.GetString() : "")));
        }
        return null;
    }
}
