using System.Diagnostics;

namespace Enteraxis.EndToEnd.Tests;

/// <summary>What a person sees who sits at a terminal, through script(1), which gives the program one.</summary>
public sealed class TerminalTests
{
    private const int Columns = 40;

    [Fact]
    public void Progress_fits_a_narrow_terminal_and_says_how_much_is_done()
    {
        using TemporaryFolder folder = CommandLine.Folder();
        string seen = Terminal(string.Join(' ', SmallStudy.Request(folder, "examples/feature-table.tsv", "S1", folder.File("out"))));
        Assert.Contains("%", seen, StringComparison.Ordinal);
        string[] bars = [.. seen.Split('\r', '\n').Where(l => l.StartsWith('['))];
        Assert.NotEmpty(bars);
        Assert.All(bars, b => Assert.True(b.Length < Columns, b));
    }

    [Fact]
    public void A_stopped_simulation_does_not_speak_of_parts()
    {
        using TemporaryFolder folder = CommandLine.Folder();
        string seen = Terminal($"simulate axis --end 9000y --observe treg --out {folder.File("x.tsv")} & sleep 2; kill -INT $!; wait $!");
        Assert.Contains("Stopped; nothing was written.", seen, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    private static string Terminal(string arguments)
    {
        if (!OperatingSystem.IsLinux() || !File.Exists("/usr/bin/script")) Assert.Skip("script(1) is not here.");
        ProcessStartInfo start = new("/usr/bin/script") { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, UseShellExecute = false, WorkingDirectory = CommandLine.Root };
        // A run of the tests in the background ignores SIGINT, and whatever it starts inherits that; env(1) undoes it.
        foreach (string a in new[] { "-qec", $"set -m; stty cols {Columns}; env --default-signal=INT dotnet '{Path.Combine(AppContext.BaseDirectory, "enteraxis.dll")}' {arguments}", "/dev/null" }) start.ArgumentList.Add(a);
        start.Environment["ENTERAXIS_ROOT"] = CommandLine.Root;
        start.Environment["SHELL"] = "/bin/bash";
        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        string seen = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return seen;
    }
}
