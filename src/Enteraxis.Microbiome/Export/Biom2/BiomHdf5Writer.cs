using Enteraxis.Microbiome.Taxonomy;
using PureHDF;
using PureHDF.Filters;

namespace Enteraxis.Microbiome.Export.Biom2;

/// <summary>BIOM 2.1: HDF5 with the matrix by feature and by sample, ids and taxonomy. The date that the format asks for is fixed, so that the same table gives the same bytes.</summary>
/// <remarks>Format: biom-format.org, "The biom file format: Version 2.1".</remarks>
internal static class BiomHdf5Writer
{
    // The format asks for a date of creation; a clock would make each file another.
    private const string NoDate = "1970-01-01T00:00:00";
    private const int Chunk = 1 << 16;

    public static void Write(FeatureTable table, Stream target)
    {
        H5Group observation = Axis(table.FeatureIds), sample = Axis(table.SampleIds);
        IReadOnlyList<SparseColumn> columns = table.ByFeature();
        observation["matrix"] = Matrix(columns.Count, table.NonZeroCount, f => (columns[f].Samples.Span.ToArray(), columns[f].Values.Span.ToArray()));
        sample["matrix"] = Matrix(table.SampleIds.Count, table.NonZeroCount, s => (table.Sample(s).Indices.ToArray(), table.Sample(s).Values.ToArray()));
        if (table.Lineages.Any(l => !l.IsEmpty)) ((H5Group)observation["metadata"])["taxonomy"] = Taxonomy(table.Lineages);
        H5File file = new() { ["observation"] = observation, ["sample"] = sample };
        file.Attributes["id"] = "No Table ID";
        file.Attributes["type"] = "OTU table";
        file.Attributes["format-url"] = "http://biom-format.org";
        file.Attributes["format-version"] = new[] { 2, 1 };
        file.Attributes["generated-by"] = "Enteraxis";
        file.Attributes["creation-date"] = NoDate;
        file.Attributes["shape"] = new[] { table.FeatureIds.Count, table.SampleIds.Count };
        file.Attributes["nnz"] = table.NonZeroCount;
        file.Write(target, new H5WriteOptions(Filters: [DeflateFilter.Id]));
    }

    private static H5Group Axis(IReadOnlyList<string> ids) => new() { ["ids"] = new H5Dataset(ids.ToArray()), ["metadata"] = new H5Group(), ["group-metadata"] = new H5Group() };

    private static H5Group Matrix(int outer, int nonZeros, Func<int, (int[] Indices, double[] Values)> row)
    {
        int[] start = new int[outer + 1], indices = new int[nonZeros];
        double[] data = new double[nonZeros];
        for (int o = 0; o < outer; o++)
        {
            (int[] i, double[] v) = row(o);
            i.CopyTo(indices, start[o]);
            v.CopyTo(data, start[o]);
            start[o + 1] = start[o] + i.Length;
        }
        return new H5Group { ["data"] = Packed(data), ["indices"] = Packed(indices), ["indptr"] = Packed(start) };
    }

    private static H5Dataset Packed<T>(T[] values) => new(values, chunks: [(uint)Math.Clamp(values.Length, 1, Chunk)]);

    private static H5Dataset Taxonomy(IReadOnlyList<Lineage> lineages)
    {
        string[] cells = new string[lineages.Count * Lineage.RankCount];
        Array.Fill(cells, "");
        for (int f = 0; f < lineages.Count; f++)
        {
            IReadOnlyList<string> parts = LineageText.Parts(lineages[f]);
            for (int r = 0; r < parts.Count; r++) cells[f * Lineage.RankCount + r] = parts[r];
        }
        return new H5Dataset(cells, fileDims: [(ulong)lineages.Count, Lineage.RankCount]);
    }
}
