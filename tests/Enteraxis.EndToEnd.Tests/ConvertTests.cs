namespace Enteraxis.EndToEnd.Tests;

public sealed class ConvertTests
{
    [Theory]
    [InlineData("t.biom")]
    [InlineData("t.parquet")]
    [InlineData("t.tsv.gz")]
    public void A_table_goes_into_a_form_and_back(string name)
    {
        using TemporaryFolder folder = CommandLine.Folder();
        Outcome there = CommandLine.Run("convert", "examples/feature-table.tsv", folder.File(name));
        Assert.True(there.ExitCode == 0, there.Error);
        Assert.Contains("values above 0 with the sum", there.Output, StringComparison.Ordinal);
        Assert.Equal(0, CommandLine.Run("convert", folder.File(name), folder.File("back.tsv")).ExitCode);
        Assert.Equal(0, CommandLine.Run("convert", "examples/feature-table.tsv", folder.File("plain.tsv")).ExitCode);
        Assert.Equal(File.ReadLines(folder.File("plain.tsv")).Order(StringComparer.Ordinal), File.ReadLines(folder.File("back.tsv")).Order(StringComparer.Ordinal));
        Assert.Empty(Directory.EnumerateFiles(folder.Path, "*.part"));
    }

    [Theory]
    [InlineData("FeatureID\tS1\nx\t-1\n", "t.biom", "negative")]
    [InlineData("FeatureID\tS1\nx\t1\n", "t.xlsx", "no form that is written")]
    [InlineData("FeatureID\tS1\nx\t1\n", "nowhere/t.biom", "folder that is not there")]
    [InlineData("FeatureID\tS1\nx\t1\n", "in.tsv", "is the table that is read")]
    public void Bad_input_is_one_sentence_and_leaves_nothing(string table, string output, string says)
    {
        using TemporaryFolder folder = CommandLine.Folder();
        File.WriteAllText(folder.File("in.tsv"), table);
        Outcome o = CommandLine.Run("convert", folder.File("in.tsv"), folder.File(output));
        Assert.Equal((2, ""), (o.ExitCode, o.Output));
        Assert.Contains(says, o.Error, StringComparison.Ordinal);
        Assert.Single(o.Error.TrimEnd().Split('\n'));
        Assert.Equal(table, File.ReadAllText(folder.File("in.tsv")));
        Assert.Single(Directory.EnumerateFileSystemEntries(folder.Path));
    }
}
