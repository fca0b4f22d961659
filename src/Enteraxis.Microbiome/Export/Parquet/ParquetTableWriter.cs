using Enteraxis.Microbiome.Taxonomy;
using ParquetSharp;
using ParquetSharp.IO;

namespace Enteraxis.Microbiome.Export.Parquet;

/// <summary>
/// One row a value above 0, by sample: columns sample, feature, value, name (of a lineage without ranks) and domain … species. A feature or a sample without any value above 0 stands with one row of 0, so that none is lost.
/// </summary>
/// <remarks>Long, because a wide table would have a column a sample and be nearly all zeros. No metadata of time or place; the same table gives the same bytes.</remarks>
internal static class ParquetTableWriter
{
    private const int GroupRows = 1 << 20;

    public static void Write(FeatureTable table, Stream target)
    {
        Column[] columns = [new Column<string>("sample"), new Column<string>("feature"), new Column<double>("value"), new Column<string?>("name"),
            .. Enum.GetValues<TaxonRank>().Select(r => new Column<string?>(r.ToString().ToLowerInvariant()))];
        using ManagedOutputStream stream = new(target, leaveOpen: true);
        using WriterProperties properties = new WriterPropertiesBuilder().Compression(Compression.Snappy).CreatedBy("enteraxis").Build();
        using ParquetFileWriter writer = new(stream, columns, properties);
        (int[] sample, int[] feature, double[] value) = Rows(table);
        for (int from = 0; from < value.Length; from += GroupRows)
        {
            int to = Math.Min(value.Length, from + GroupRows);
            int[] features = feature[from..to];
            using RowGroupWriter group = writer.AppendRowGroup();
            Column(group, Array.ConvertAll(sample[from..to], s => table.SampleIds[s]));
            Column(group, Array.ConvertAll(features, f => table.FeatureIds[f]));
            Column(group, value[from..to]);
            Column(group, Array.ConvertAll(features, f => table.Lineages[f].Unranked));
            foreach (TaxonRank rank in Enum.GetValues<TaxonRank>()) Column(group, Array.ConvertAll(features, f => table.Lineages[f][rank]));
        }
        writer.Close();
    }

    private static void Column<T>(RowGroupWriter group, T[] values)
    {
        using ColumnWriter column = group.NextColumn();
        using LogicalColumnWriter<T> logical = column.LogicalWriter<T>();
        logical.WriteBatch(values);
    }

    private static (int[] Sample, int[] Feature, double[] Value) Rows(FeatureTable table)
    {
        List<int> sample = new(table.NonZeroCount), feature = new(table.NonZeroCount);
        List<double> value = new(table.NonZeroCount);
        bool[] seen = new bool[table.FeatureIds.Count];
        void Add(int s, int f, double v)
        {
            sample.Add(s);
            feature.Add(f);
            value.Add(v);
            seen[f] = true;
        }

        for (int s = 0; s < table.SampleIds.Count; s++)
        {
            SparseVector row = table.Sample(s);
            for (int k = 0; k < row.Indices.Length; k++) Add(s, row.Indices[k], row.Values[k]);
            if (row.Indices.Length == 0) Add(s, 0, 0);
        }
        for (int f = 0; f < seen.Length; f++)
            if (!seen[f]) Add(0, f, 0);
        return ([.. sample], [.. feature], [.. value]);
    }
}
