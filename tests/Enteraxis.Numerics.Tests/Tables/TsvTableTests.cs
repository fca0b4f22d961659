using Enteraxis.Numerics.Tables;

namespace Enteraxis.Numerics.Tests.Tables;

public sealed class TsvTableTests
{
    private static string Fault(Action action) => Assert.Throws<InputException>(action).Message;

    private static TsvTable Parse(params string[] lines) => TsvTable.Parse("t.tsv", lines, "id", "value");

    [Fact]
    public void Comments_empty_lines_and_line_ends_are_skipped_and_lines_keep_their_number()
    {
        TsvTable t = Parse("# comment", "", "id\tvalue\tnote\r", "a\t1\tx\r", "", "# no\trow", "b\t2");
        Assert.Equal([4, 7], t.Rows.Select(r => r.Line));
        Assert.Equal(["x", ""], t.Rows.Select(r => r["note"]));
        Assert.Equal(2, t.Rows[1].Number("value"));
        Assert.Equal("", t.Rows[0]["nowhere"]);
    }

    [Fact]
    public void Faults_of_the_header_and_of_rows_are_named()
    {
        Assert.Contains("the column 'value' is missing", Fault(() => Parse("id\tnote")), StringComparison.Ordinal);
        Assert.Contains("line 1, column 2: the column 'id' stands twice", Fault(() => Parse("id\tid\tvalue")), StringComparison.Ordinal);
        Assert.Contains("no header line", Fault(() => Parse("# nothing")), StringComparison.Ordinal);
        Assert.Contains("line 2: 3 cells stand under 2 columns", Fault(() => Parse("id\tvalue", "a\t1\t2")), StringComparison.Ordinal);
        Assert.Contains("the table is missing", Fault(() => TsvTable.Read("nowhere.tsv", "id")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1,5")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("1e999")]
    [InlineData("one")]
    public void What_is_no_finite_number_with_a_point_is_refused(string cell) =>
        Assert.Contains("line 2: column 'value'", Fault(() => Parse("id\tvalue", "a\t" + cell).Rows[0].Number("value")), StringComparison.Ordinal);
}
