using System.IO.Compression;
using Enteraxis.Microbiome.Export.Biom2;
using Enteraxis.Microbiome.Export.Parquet;
using Enteraxis.Microbiome.Export.Text;
using Enteraxis.Numerics;

namespace Enteraxis.Microbiome.Export;

/// <summary>Writes a feature table; <see cref="Import.FeatureTableReader"/> reads each form back to the same ids, values and lineages.</summary>
public static class FeatureTableWriter
{
    /// <param name="table">Any table.</param>
    /// <param name="form">The form.</param>
    /// <param name="target">A stream that can be written to; for BIOM one that can be sought in.</param>
    /// <exception cref="InputException">An id cannot stand in the form (a tab or a line end in a text table).</exception>
    public static void Write(FeatureTable table, TableForm form, Stream target)
    {
        switch (form)
        {
            case TableForm.Biom:
                BiomHdf5Writer.Write(table, target);
                break;
            case TableForm.Parquet:
                ParquetTableWriter.Write(table, target);
                break;
            case TableForm.TsvGzip:
                using (GZipStream gzip = new(target, CompressionLevel.Optimal, leaveOpen: true)) TsvTableWriter.Write(table, gzip);
                break;
            default:
                TsvTableWriter.Write(table, target);
                break;
        }
    }
}
