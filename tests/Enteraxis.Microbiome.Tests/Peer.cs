using System.ComponentModel;
using System.Diagnostics;

namespace Enteraxis.Microbiome.Tests;

/// <summary>Asks R or Python what they say; the test is skipped with a sentence where they or a package of theirs are absent.</summary>
internal static class Peer
{
    private static readonly string[] Absent = ["there is no package called", "No module named"];

    /// <returns>Printed lines of a script given as text.</returns>
    public static string[] R(string package, string script, params string[] arguments)
    {
        using ScratchFolder scratch = new();
        return RFile(package, scratch.Write("script.R", script), arguments);
    }

    public static string[] RFile(string package, string path, params string[] arguments) => Lines(Run("Rscript", ["--vanilla", path, .. arguments]), $"R with its package {package}");

    public static string[] Python(string package, string script, params string[] arguments)
    {
        // Debian's packages belong to Debian's Python, which need not be the first on the path.
        string? printed = Run("python3", ["-c", script, .. arguments]) ?? Run("/usr/bin/python3", ["-c", script, .. arguments]);
        return Lines(printed, $"The Python package {package}");
    }

    private static string[] Lines(string? printed, string what)
    {
        if (printed is null) Assert.Skip($"{what} is not installed here.");
        return printed!.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <returns>Null where the program or a package is absent.</returns>
    private static string? Run(string program, IEnumerable<string> arguments)
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
            Task<string> errors = process.StandardError.ReadToEndAsync();
            string printed = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            if (process.ExitCode == 0) return printed;
            if (!Absent.Any(a => errors.Result.Contains(a, StringComparison.Ordinal))) Assert.Fail(errors.Result);
        }
        catch (Win32Exception)
        {
            // No such program.
        }
        return null;
    }
}
