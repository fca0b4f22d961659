using System.Globalization;
using CsCheck;
using Enteraxis.Studies.Runs;
using ParquetSharp;

namespace Enteraxis.Studies.Tests.Runs;

public sealed class ResultTableTests
{
    private static ResultTable Table() => new("t", ("name", typeof(string)), ("value", typeof(double)), ("count", typeof(int)));

    private static string[][] Tsv(ResultTable t) => [.. System.Text.Encoding.UTF8.GetString(t.ToTsv()).TrimEnd('\n').Split('\n').Select(l => l.Split('\t'))];

    /// <summary>Rows of the Parquet form, read by the library and not by us.</summary>
    private static (string[] Names, (string?, double?, int)[] Rows) Parquet(ResultTable t)
    {
        using ParquetFileReader file = new(new MemoryStream(t.ToParquet()));
        using RowGroupReader group = file.RowGroup(0);
        int count = (int)group.MetaData.NumRows;
        using LogicalColumnReader<string?> names = group.Column(0).LogicalReader<string?>();
        using LogicalColumnReader<double?> values = group.Column(1).LogicalReader<double?>();
        using LogicalColumnReader<int> counts = group.Column(2).LogicalReader<int>();
        string?[] n = names.ReadAll(count);
        double?[] v = values.ReadAll(count);
        int[] c = counts.ReadAll(count);
        return ([.. Enumerable.Range(0, file.FileMetaData.Schema.NumColumns).Select(i => file.FileMetaData.Schema.Column(i).Name)], [.. Enumerable.Range(0, count).Select(i => (n[i], v[i], c[i]))]);
    }

    private static readonly Gen<string> Text = Gen.String[Gen.Char["ab \t\n\r\"'#é,;"], 0, 8];

    [Fact]
    public void Both_forms_hold_the_same_values_to_the_last_bit() =>
        Gen.Select(Text, Gen.OneOf(Gen.Double, Gen.Double.Select(d => d * 1e-300), Gen.Const(double.NaN), Gen.Const(double.PositiveInfinity), Gen.Const(0.1 + 0.2)), Gen.Int).Array[1, 8].Sample(rows =>
        {
            ResultTable t = Table();
            foreach ((string text, double value, int count) in rows) t.Add(text, value, count);
            string[][] tsv = Tsv(t);
            (string[] names, (string?, double?, int)[] parquet) = Parquet(t);
            Assert.Equal(names, tsv[0]);
            Assert.Equal(rows.Length, parquet.Length);
            for (int r = 0; r < rows.Length; r++)
            {
                Assert.Equal(parquet[r].Item1, tsv[r + 1][0]);
                Assert.Equal(double.IsNaN(rows[r].Item2) ? null : rows[r].Item2, parquet[r].Item2);
                Assert.Equal(parquet[r].Item2, Read(tsv[r + 1][1]));
                Assert.Equal(rows[r].Item3, parquet[r].Item3);
                Assert.Equal(rows[r].Item3.ToString(CultureInfo.InvariantCulture), tsv[r + 1][2]);
            }
        }, iter: 150, threads: 1);

    /// <summary>As R's type.convert reads a number.</summary>
    private static double? Read(string cell) => cell switch
    {
        "" => null,
        "Inf" => double.PositiveInfinity,
        "-Inf" => double.NegativeInfinity,
        _ => double.Parse(cell, NumberStyles.Float, CultureInfo.InvariantCulture),
    };

    [Fact]
    public void Numbers_are_written_as_R_reads_them()
    {
        ResultTable t = Table();
        foreach (double? x in new double?[] { 0.1, 1e-5, 1e21, -0.0, 1234567.125, double.NegativeInfinity, double.NaN, null }) t.Add("a", x, 1);
        Assert.Equal(["0.1", "1E-05", "1E+21", "-0", "1234567.125", "-Inf", "", ""], Tsv(t).Skip(1).Select(r => r[1]));
    }

    [Fact]
    public void Equal_tables_give_equal_bytes()
    {
        ResultTable Make()
        {
            ResultTable t = Table();
            t.Add("a", 0.1, 1);
            t.Add(null, null, 2);
            return t;
        }
        Assert.Equal(Make().ToTsv(), Make().ToTsv());
        Assert.Equal(Make().ToParquet(), Make().ToParquet());
    }

    [Fact]
    public void A_table_without_rows_has_its_columns()
    {
        Assert.Equal("name\tvalue\tcount\n", System.Text.Encoding.UTF8.GetString(Table().ToTsv()));
        Assert.Empty(Parquet(Table()).Rows);
    }

    [Fact]
    public void A_row_that_does_not_fit_is_refused_whole()
    {
        ResultTable t = Table();
        Assert.Throws<ArgumentException>(() => t.Add("a", 1.0));
        Assert.Throws<ArgumentException>(() => t.Add("a", 1.0, 1.5));
        Assert.Throws<ArgumentException>(() => t.Add("a", 1.0, null));
        Assert.Throws<ArgumentException>(() => t.Add(1.0, "a", 1));
        Assert.Equal(0, t.Count);
    }
}
