using CsCheck;
using Enteraxis.Microbiome.Export;
using Enteraxis.Microbiome.Import;
using Enteraxis.Numerics;

namespace Enteraxis.Microbiome.Tests.Export;

public sealed class RoundTripTests : IDisposable
{
    private const string Text = "FeatureID\tS1\tS 2\tä\ttaxonomy\nx\t1\t0\t0.1\tk__Bacteria; p__Firmicutes; c__; o__; f__; g__Dorea\n\"#y\"\t0\t3\t4e-300\tUnassigned\nz\t0\t0\t0\tSome name\nw\t0\t0\t12345678.9\td__Bacteria\n";
    private readonly ScratchFolder _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData(TableForm.Biom, "t.biom")]
    [InlineData(TableForm.Tsv, "t.tsv")]
    [InlineData(TableForm.TsvGzip, "t.tsv.gz")]
    [InlineData(TableForm.Parquet, "t.parquet")]
    public void A_table_comes_back_from_each_form_as_it_was(TableForm form, string name)
    {
        FeatureTable table = FeatureTableReader.Read(_scratch.Write("in.tsv", Text));
        Assert.Equal(form, TableForms.Of(name));
        FeatureTable back = FeatureTableReader.Read(Write(table, form, name));
        Assert.Equal(TableText.All(table), TableText.All(back));
        Assert.Equal(table.FeatureIds.Order(StringComparer.Ordinal), back.FeatureIds.Order(StringComparer.Ordinal));
        Assert.Equal(File.ReadAllBytes(Path.Combine(_scratch.Folder, name)), File.ReadAllBytes(Write(table, form, "again" + name)));
    }

    [Theory]
    [InlineData("dietswap/table.v1.biom")]
    [InlineData("imsms_pub/table.biom")]
    [InlineData("enterotype/table.tsv.gz")]
    [InlineData("crc_scfa/otu.shared")]
    public void A_real_table_comes_back_from_BIOM_and_Parquet_as_it_was(string path)
    {
        FeatureTable table = FeatureTableReader.Read(Places.Shared(path.Split('/')));
        string expected = TableText.All(table);
        Assert.Equal(expected, TableText.All(FeatureTableReader.Read(Write(table, TableForm.Biom, "t.biom"))));
        Assert.Equal(expected, TableText.All(FeatureTableReader.Read(Write(table, TableForm.Parquet, "t.parquet"))));
    }

    [Fact]
    public void Any_table_of_numbers_comes_back_from_every_form() =>
        Gen.Select(Gen.Int[1, 5], Gen.Int[1, 6]).SelectMany(size => Gen.Double[0, 1e6].Select(v => v < 4e5 ? 0 : v).Array[size.Item1 * size.Item2].Select(v => (Samples: size.Item1, Features: size.Item2, Values: v)))
            .Where(x => x.Values.Any(v => v > 0)).Sample(
            x =>
            {
                using ScratchFolder own = new();
                string text = "FeatureID\t" + string.Join('\t', Enumerable.Range(0, x.Samples).Select(s => $"S{s}")) + "\n" + string.Concat(Enumerable.Range(0, x.Features).Select(f =>
                    $"f{f}\t" + string.Join('\t', Enumerable.Range(0, x.Samples).Select(s => x.Values[f * x.Samples + s].ToString("R", System.Globalization.CultureInfo.InvariantCulture))) + "\n"));
                FeatureTable table = FeatureTableReader.Read(own.Write("in.tsv", text));
                foreach ((TableForm form, string name) in new[] { (TableForm.Biom, "t.biom"), (TableForm.Tsv, "t.tsv"), (TableForm.Parquet, "t.parquet") })
                {
                    using (FileStream stream = File.Create(Path.Combine(own.Folder, name))) FeatureTableWriter.Write(table, form, stream);
                    Assert.Equal(TableText.All(table), TableText.All(FeatureTableReader.Read(Path.Combine(own.Folder, name))));
                }
            },
            iter: 40, threads: 1);

    [Fact]
    public void An_id_that_a_text_table_cannot_hold_is_named()
    {
        FeatureTable table = FeatureTableReader.Read(_scratch.Write("t.biom", "{\"rows\":[{\"id\":\"a\\tb\"}],\"columns\":[{\"id\":\"S\"}],\"data\":[[0,0,1]]}"));
        Assert.Contains("holds a tab", Assert.Throws<InputException>(() => Write(table, TableForm.Tsv, "t.tsv")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_Parquet_file_ends_in_a_table_or_a_sentence()
    {
        byte[] whole = File.ReadAllBytes(Write(FeatureTableReader.Read(_scratch.Write("in.tsv", Text)), TableForm.Parquet, "t.parquet"));
        Random random = new(9);
        for (int trial = 0; trial < 150; trial++)
        {
            byte[] damaged = trial % 3 == 0 ? whole[..random.Next(4, whole.Length)] : [.. whole];
            for (int k = 0; trial % 3 != 0 && k < 5; k++) damaged[4 + random.Next(damaged.Length - 4)] = (byte)random.Next(256);
            try
            {
                FeatureTableReader.Read(_scratch.WriteBytes("d.parquet", damaged));
            }
            catch (InputException e)
            {
                Assert.StartsWith("d.parquet", e.Message, StringComparison.Ordinal);
                Assert.DoesNotContain('\n', e.Message);
            }
        }
    }

    private string Write(FeatureTable table, TableForm form, string name)
    {
        string path = Path.Combine(_scratch.Folder, name);
        using FileStream stream = File.Create(path);
        FeatureTableWriter.Write(table, form, stream);
        return path;
    }
}
