using Enteraxis.Microbiome.Taxonomy;
using Enteraxis.Numerics;
using PureHDF;
using PureHDF.VOL.Native;

namespace Enteraxis.Microbiome.Import.Biom2;

/// <summary>BIOM 2.0/2.1: HDF5 with the matrix by feature (observation/matrix) and by sample (sample/matrix); the first that is there is read.</summary>
/// <remarks>Format: biom-format.org, "The biom file format: Version 2.1".</remarks>
internal static class BiomHdf5Reader
{
    public static void Read(FeatureTableBuilder builder, InputFile file, InputLimits limits)
    {
        try
        {
            using MemoryStream stream = InMemory(file, limits);
            using NativeFile hdf = H5File.Open(stream, leaveOpen: true);
            Fill(builder, file.Name, hdf, limits);
        }
        catch (Exception e) when (e is not InputException)
        {
            // The library meets damage with many kinds of exceptions, an array of a length read from the damage among them; all mean the same to the user.
            throw new InputException($"{file.Name}: this HDF5 file cannot be read as BIOM 2.1; it is cut short, damaged or of another format ({e.Message.TrimEnd('.')}).", e);
        }
    }

    // Whole in memory: the library seeks for every single string, and a seek in a file is a call of the system.
    private static MemoryStream InMemory(InputFile file, InputLimits limits)
    {
        using Stream stream = file.OpenStream();
        MemoryStream memory = new(file.IsPacked ? 0 : checked((int)stream.Length));
        byte[] block = new byte[1 << 16];
        for (int got; (got = stream.Read(block)) > 0;)
        {
            if (memory.Length + got > limits.FileBytes) throw new InputException($"{file.Name}: the packed file is too large; unpack it first.");
            memory.Write(block, 0, got);
        }
        memory.Position = 0;
        return memory;
    }

    private static void Fill(FeatureTableBuilder builder, string file, IH5Group hdf, InputLimits limits)
    {
        if (!hdf.LinkExists("observation") || !hdf.LinkExists("sample")) throw new InputException($"{file}: an HDF5 file without groups 'observation' and 'sample' is no BIOM table.");
        builder.FeatureIds.AddRange(Strings(hdf, "observation/ids", limits.Features, file));
        builder.SampleIds.AddRange(Strings(hdf, "sample/ids", limits.Samples, file));
        int features = builder.FeatureIds.Count, samples = builder.SampleIds.Count;
        bool byFeature = hdf.Group("observation").LinkExists("matrix");
        string matrix = byFeature ? "observation/matrix" : "sample/matrix";
        int outer = byFeature ? features : samples, inner = byFeature ? samples : features;
        long nonZeros = Length(hdf.Dataset($"{matrix}/data"), limits.NonZeros, file);
        if (nonZeros == 0) return;
        long[] start = Whole(hdf.Dataset($"{matrix}/indptr"), outer + 1L, file), index = Whole(hdf.Dataset($"{matrix}/indices"), nonZeros, file);
        double[] data = Values(hdf.Dataset($"{matrix}/data"));
        if (start.Length != outer + 1 || start[0] != 0 || start[^1] != nonZeros || index.Length != nonZeros)
            throw new InputException($"{file}: the sparse matrix in {matrix} does not fit its ids; the file is damaged.");
        for (int o = 0; o < outer; o++)
        {
            if (start[o + 1] < start[o] || start[o + 1] > nonZeros) throw new InputException($"{file}: the sparse matrix in {matrix} is out of order; the file is damaged.");
            for (long k = start[o]; k < start[o + 1]; k++)
            {
                if (index[k] < 0 || index[k] >= inner) throw new InputException($"{file}: the sparse matrix in {matrix} points outside the table; the file is damaged.");
                int i = (int)index[k];
                builder.Add(byFeature ? i : o, byFeature ? o : i, data[k]);
            }
        }
        bool taxonomy = Taxonomy(builder, hdf, features);
        builder.Format = "BIOM 2.1";
        builder.Notes.Add($"BIOM 2.1 (HDF5){(taxonomy ? " with taxonomy" : "")}.");
    }

    private static bool Taxonomy(FeatureTableBuilder builder, IH5Group hdf, int features)
    {
        if (!hdf.Group("observation").LinkExists("metadata")) return false;
        IH5Group metadata = hdf.Group("observation/metadata");
        string? name = metadata.Children().Select(c => c.Name).FirstOrDefault(SideTaxonomy.IsLineageColumn);
        if (name is null) return false;
        IH5Dataset set = metadata.Dataset(name);
        ulong[] shape = set.Space.Dimensions;
        ulong levels = shape.Length == 2 ? shape[1] : 1;
        if (shape.Length is 0 or > 2 || shape[0] != (ulong)features || levels is 0 or > 64) return false;
        string[] cells = set.Read<string[]>();
        LineageMemory lineages = new();
        for (int f = 0; f < features; f++)
            builder.Lineages[builder.FeatureIds[f]] = lineages.Of(string.Join("; ", cells.AsSpan(f * (int)levels, (int)levels)!).TrimEnd(';', ' '));
        return true;
    }

    private static string[] Strings(IH5Group hdf, string path, long most, string file)
    {
        IH5Dataset set = hdf.Dataset(path);
        if (Length(set, most, file) == 0) return [];
        // A damaged reference reads as null.
        string[] ids = set.Read<string[]>();
        return Array.TrueForAll(ids, id => id is not null) ? ids : throw new InputException($"{file}: an entry of '{path}' cannot be found; the file is cut short or damaged.");
    }

    private static long Length(IH5Dataset set, long most, string file)
    {
        ulong[] shape = set.Space.Dimensions;
        if (shape.Length != 1 || shape[0] > (ulong)most) throw new InputException($"{file}: '{set.Name}' has another shape or more entries than are read; the file is damaged or too large.");
        return (long)shape[0];
    }

    private static long[] Whole(IH5Dataset set, long most, string file)
    {
        Length(set, most, file);
        return set.Type.Size == 8 ? set.Read<long[]>() : Array.ConvertAll(set.Read<int[]>(), i => (long)i);
    }

    private static double[] Values(IH5Dataset set) => (set.Type.Class, set.Type.Size) switch
    {
        (H5DataTypeClass.FloatingPoint, 8) => set.Read<double[]>(),
        (H5DataTypeClass.FloatingPoint, 4) => Array.ConvertAll(set.Read<float[]>(), v => (double)v),
        (H5DataTypeClass.FixedPoint, 8) => Array.ConvertAll(set.Read<long[]>(), v => (double)v),
        _ => Array.ConvertAll(set.Read<int[]>(), v => (double)v),
    };
}
