using System.Text;
using CsCheck;
using Enteraxis.Microbiome.Import;
using Enteraxis.Numerics;

namespace Enteraxis.Microbiome.Tests.Import;

public sealed class FaultTests : IDisposable
{
    private readonly ScratchFolder _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData("FeatureID\tS1\tS2\nx\t1\t-3\n", "line 2 ('x'), column 'S2': -3 is negative")]
    [InlineData("FeatureID\tS1\tS2\nx\t1\tabc\n", "line 2, column 'S2': 'abc' is not a number")]
    [InlineData("FeatureID\tS1\tS2\nx\t1\t\n", "line 2, column 'S2': the cell is empty")]
    [InlineData("FeatureID\tS1\tS2\nx\t1\tNaN\n", "is not a finite number")]
    [InlineData("FeatureID\tS1\tS2\nx\t1\t2\ny\t4\n", "line 3: the line has 2 cells where the header has 3")]
    [InlineData("FeatureID\tS1\tS1\nx\t1\t2\n", "sample id 'S1' stands twice")]
    [InlineData("FeatureID\tS1\nx\t1\nx\t2\n", "feature id 'x' stands twice")]
    [InlineData("FeatureID\tS1\tS2\nx\t0\t0\n", "every value is 0")]
    [InlineData("FeatureID\tS1\tS2\n", "no data line")]
    [InlineData("q\tS1\tS2\nx\t1\t2\n", "nothing tells whether rows or columns are samples")]
    [InlineData("hello\nworld\n", "the header has one cell")]
    [InlineData("", "is empty")]
    [InlineData("FeatureID\tS1\nx\t\0\n", "binary data")]
    [InlineData("{\"format\":\"Biological Observation", "cannot be read")]
    [InlineData("{\"rows\":[],\"columns\":[]}", "'data' is missing")]
    [InlineData("{\"rows\":[{\"id\":\"x\"}],\"columns\":[{\"id\":\"S\"}],\"data\":[[0,5,1]]}", "lies outside")]
    [InlineData("{\"rows\":[{\"id\":\"x\"}],\"columns\":[{\"id\":\"S\"}],\"data\":[[0,0,-1]]}", "feature 'x', sample 'S': -1 is negative")]
    [InlineData("{\"rows\":[{\"id\":\"x\"}],\"columns\":[{\"id\":\"S\"}],\"data\":[[0,0,\"a\"]]}", "is not a number")]
    [InlineData("{\"rows\":[{\"id\":\"x\"}],\"columns\":[{\"id\":\"S\"}],\"data\":[[0,0,1],[0,0,1]]}", "twice")]
    [InlineData("label\tGroup\tnumOtus\tOtu1\n0.03\tA\t1\t5\n0.05\tA\t1\t5\n", "more than one cut-off")]
    public void Every_fault_is_one_sentence_with_its_place(string text, string expected)
    {
        InputException e = Assert.Throws<InputException>(() => FeatureTableReader.Read(_scratch.Write("t.tsv", text)));
        Assert.Contains(expected, e.Message, StringComparison.Ordinal);
        Assert.Contains("t.tsv", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', e.Message);
    }

    [Theory]
    [InlineData("FeatureID\tS1\nx\t12\ny\t34\n", false)]
    [InlineData("FeatureID\tS1\nx\t12\ny\t3", true)]
    public void A_table_that_ends_within_a_line_is_read_and_said_to_end_so(string text, bool said) =>
        Assert.Equal(said, FeatureTableReader.Read(_scratch.Write("t.tsv", text)).Doubts.Any(n => n.Contains("cut short", StringComparison.Ordinal)));

    [Fact]
    public void A_file_that_is_not_there_is_named() =>
        Assert.Contains("absent.tsv was not found", Assert.Throws<InputException>(() => FeatureTableReader.Read(Path.Combine(_scratch.Folder, "absent.tsv"))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_truncated_gzip_is_refused()
    {
        StringBuilder text = new("FeatureID\tS1\n");
        for (int i = 0; i < 3000; i++) text.Append(System.Globalization.CultureInfo.InvariantCulture, $"f{i}\t{i * 7919 % 1013}\n");
        byte[] packed = ScratchFolder.Gzip(text.ToString());
        string path = _scratch.WriteBytes("t.tsv.gz", packed[..(packed.Length / 2)]);
        Assert.Throws<InputException>(() => FeatureTableReader.Read(path));
    }

    [Fact]
    public void A_gzip_bomb_is_refused_before_it_fills_the_memory()
    {
        string path = _scratch.WriteGzip("bomb.tsv.gz", "FeatureID\tS1\n" + new string('0', 8 << 20));
        InputException e = Assert.Throws<InputException>(() => FeatureTableReader.Read(path, limits: new InputLimits { RatioFromBytes = 1 << 20 }));
        Assert.Contains("unpacks to far more", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Endless_lines_large_files_and_deep_JSON_are_refused()
    {
        Assert.Throws<InputException>(() => FeatureTableReader.Read(_scratch.Write("a.tsv", new string('x', 5000)), limits: new InputLimits { LineCharacters = 1000 }));
        Assert.Throws<InputException>(() => FeatureTableReader.Read(_scratch.Write("b.tsv", new string('x', 5000)), limits: new InputLimits { FileBytes = 1000 }));
        Assert.Throws<InputException>(() => FeatureTableReader.Read(_scratch.Write("c.biom", "{\"rows\":" + new string('[', 5000) + new string(']', 5000) + "}")));
    }

    [Fact]
    public void A_truncated_HDF5_file_is_refused()
    {
        byte[] whole = File.ReadAllBytes(Places.Shared("dietswap", "table.v21.biom"));
        foreach (int length in new[] { 8, 100, 2000, whole.Length / 2, whole.Length - 4000 })
            Assert.Throws<InputException>(() => FeatureTableReader.Read(_scratch.WriteBytes("t.biom", whole[..length])));
    }

    [Fact]
    public void A_damaged_HDF5_file_ends_in_a_table_or_a_sentence()
    {
        byte[] whole = File.ReadAllBytes(Places.Shared("dietswap", "table.v21.biom"));
        Random random = new(15);
        for (int trial = 0; trial < 120; trial++)
        {
            int cut = random.Next(whole.Length), gone = random.Next(Math.Min(1000, whole.Length - cut));
            byte[] damaged = trial % 2 == 0 ? [.. whole[..cut], .. whole[(cut + gone)..]] : [.. whole];
            for (int k = 0; trial % 2 == 1 && k < 40; k++) damaged[random.Next(damaged.Length)] = (byte)(k % 2 == 0 ? 255 : random.Next(256));
            try
            {
                FeatureTableReader.Read(_scratch.WriteBytes("t.biom", damaged));
            }
            catch (InputException e)
            {
                Assert.StartsWith("t.biom", e.Message, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void Random_text_never_ends_in_anything_but_a_table_or_a_sentence() =>
        Gen.String["FeatureIDS\t\n,;0123.-e{}[]\"#|k__ "].Sample(
            text =>
            {
                using ScratchFolder own = new();
                try
                {
                    FeatureTableReader.Read(own.Write("t.tsv", "FeatureID\tS1\n" + text));
                    FeatureTableReader.Read(own.Write("u.tsv", text));
                }
                catch (InputException e)
                {
                    Assert.NotEmpty(e.Message);
                }
            },
            iter: 400, threads: 1);

    [Fact]
    public void A_taxonomy_that_fits_nothing_is_refused()
    {
        string table = _scratch.Write("t.tsv", "FeatureID\tS1\nx\t1\n"), other = _scratch.Write("o.tsv", "FeatureID\tTaxon\ny\tk__Bacteria\n");
        Assert.Contains("none of its feature ids", Assert.Throws<InputException>(() => FeatureTableReader.Read(table, other)).Message, StringComparison.Ordinal);
    }
}
