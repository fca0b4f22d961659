namespace Enteraxis.EndToEnd.Tests;

public sealed class DemoTests
{
    [Fact]
    public void A_demo_after_a_change_of_the_model_keeps_the_page_from_before()
    {
        using TemporaryFolder folder = CommandLine.Folder();
        string first = folder.File(Path.Combine("results", "demo")), second = first + "-2";
        CommandLine.KillWhen(() => File.Exists(Path.Combine(first, "manifest.json")), ["demo"], folder.Path);
        // As if a line of models/ had been another when the first demo ran.
        string other = File.ReadAllText(Path.Combine(first, "manifest.json")).Replace("\"seed\": 1", "\"seed\": 2", StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(first, "manifest.json"), other);
        CommandLine.KillWhen(() => File.Exists(Path.Combine(second, "manifest.json")), ["demo"], folder.Path);
        Assert.True(File.Exists(Path.Combine(second, "manifest.json")));
        Assert.Equal(other, File.ReadAllText(Path.Combine(first, "manifest.json")));
    }
}
