using Enteraxis.Numerics;

namespace Enteraxis.Microbiome.Export;

/// <summary>The forms in which a feature table is written.</summary>
public enum TableForm
{
    /// <summary>BIOM 2.1 (HDF5), with taxonomy.</summary>
    Biom,

    /// <summary>Features as rows, samples as columns, taxonomy in the last column.</summary>
    Tsv,

    /// <summary>The same, gzipped.</summary>
    TsvGzip,

    /// <summary>One row a value above 0: sample, feature, value and the ranks of the taxonomy.</summary>
    Parquet,
}

/// <summary>Tells the form by a file's name.</summary>
public static class TableForms
{
    private static readonly (string Ending, TableForm Form)[] Endings =
        [(".biom", TableForm.Biom), (".tsv", TableForm.Tsv), (".txt", TableForm.Tsv), (".tsv.gz", TableForm.TsvGzip), (".txt.gz", TableForm.TsvGzip), (".parquet", TableForm.Parquet)];

    /// <exception cref="InputException">The ending is none that is written.</exception>
    public static TableForm Of(string path) => Endings.Where(e => path.EndsWith(e.Ending, StringComparison.OrdinalIgnoreCase)).Select(e => (TableForm?)e.Form).FirstOrDefault()
        ?? throw new InputException($"{Path.GetFileName(path)}: the ending tells no form that is written; name the file .biom (BIOM 2.1), .tsv, .tsv.gz or .parquet.");
}
