namespace Enteraxis.EndToEnd.Tests;

public sealed class ReadmeTests
{
    private static IEnumerable<string[]> Commands() =>
        File.ReadAllLines(Path.Combine(CommandLine.Root, "README.md")).Where(l => l.StartsWith("./enteraxis ", StringComparison.Ordinal))
            .Select(l => l.Split('#')[0].Trim()).Select(Words);

    [Fact]
    public void The_first_two_commands_are_demo_and_test()
    {
        string[][] commands = [.. Commands()];
        Assert.Equal(["./enteraxis", "demo"], commands[0]);
        Assert.Equal(["./enteraxis", "test"], commands[1]);
    }

    [Fact]
    public void Every_command_of_the_readme_exists_and_has_help_with_an_example()
    {
        foreach (string name in Commands().Select(c => c[1]).Distinct().Where(c => c != "test"))
        {
            Outcome o = CommandLine.Run(name, "--help");
            Assert.True(o.ExitCode == 0, $"{name}: {o.Error}");
            Assert.Contains("Example", o.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_quick_commands_of_the_readme_run_as_written()
    {
        using TemporaryFolder folder = CommandLine.Folder();
        foreach (string[] command in Commands().Where(c => c[1] is "simulate" or "models" or "book"))
        {
            Outcome o = CommandLine.RunIn(folder.Path, command[1..]);
            Assert.True(o.ExitCode == 0, string.Join(' ', command) + ": " + o.Error);
        }
    }

    /// <summary>Splits as a shell does, for words and double quotes.</summary>
    private static string[] Words(string line)
    {
        List<string> words = [];
        foreach ((string part, int i) in line.Split('"').Select((p, i) => (p, i)))
            if (i % 2 == 1) words.Add(part);
            else words.AddRange(part.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return [.. words];
    }
}
