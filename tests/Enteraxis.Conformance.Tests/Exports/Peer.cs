using System.Diagnostics;

namespace Enteraxis.Conformance.Tests.Exports;

/// <summary>The system's Python with libSBML and SciPy: somebody else's reading of our files.</summary>
internal static class Peer
{
    private const string Python = "/usr/bin/python3";

    /// <summary>Skips the test with a sentence where a module is not installed.</summary>
    public static void Need(params string[] modules)
    {
        if (!File.Exists(Python) || Run(["-c", "import " + string.Join(", ", modules)]).Code != 0)
            Assert.Skip($"{Python} with {string.Join(" and ", modules)} (Debian: python3-sbml5, python3-scipy) is not here.");
    }

    /// <summary>What a script prints.</summary>
    public static string Script(string name, params string[] arguments)
    {
        (int code, string text, string faults) = Run([Repository.PathOf("tests", "Enteraxis.Conformance.Tests", "Exports", name), .. arguments]);
        Assert.True(code == 0, $"{name} ended with {code}: {faults}");
        return text;
    }

    private static (int Code, string Text, string Faults) Run(string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(Python, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> faults = process.StandardError.ReadToEndAsync();
        string text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, text, faults.Result);
    }
}
