namespace Enteraxis.EndToEnd.Tests;

public sealed class BookTests
{
    [Fact]
    public void The_book_is_written_twice_with_the_same_bytes()
    {
        using TemporaryFolder folder = CommandLine.Folder();
        Outcome first = CommandLine.Run("book", "--out", folder.File("one")), second = CommandLine.Run("book", "--out", folder.File("two"));
        Assert.True(first.ExitCode == 0 && second.ExitCode == 0, first.Error + second.Error);
        Assert.Contains("index.html", first.Output, StringComparison.Ordinal);
        string[] pages = [.. Directory.EnumerateFiles(folder.File("one")).Select(Path.GetFileName).Order(StringComparer.Ordinal)!];
        Assert.True(pages.Length >= 10);
        Assert.All(pages, p => Assert.Equal(File.ReadAllBytes(Path.Combine(folder.File("one"), p)), File.ReadAllBytes(Path.Combine(folder.File("two"), p))));
    }

    [Fact]
    public void A_file_in_the_place_of_the_folder_is_one_sentence()
    {
        using TemporaryFolder folder = CommandLine.Folder();
        File.WriteAllText(folder.File("taken"), "mine");
        Outcome o = CommandLine.Run("book", "--out", folder.File("taken"));
        Assert.Equal((2, ""), (o.ExitCode, o.Output));
        Assert.Contains("is a file; choose a folder", o.Error, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(folder.File("taken")));
    }
}
