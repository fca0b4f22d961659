using System.Diagnostics;

namespace Enteraxis.EndToEnd.Tests;

/// <summary>Runs the built program as a user would, in a process of its own.</summary>
internal static class CommandLine
{
    public static string Root { get; } = FindRoot();

    public static Outcome Run(params string[] arguments) => RunIn(Root, arguments);

    public static Outcome RunIn(string folder, params string[] arguments)
    {
        using Process process = Process.Start(Start(folder, arguments))!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new Outcome(process.ExitCode, output, error.Result);
    }

    /// <summary>Kills the program, as a power cut would, once the condition holds.</summary>
    public static void KillWhen(Func<bool> condition, string[] arguments, string? folder = null)
    {
        using Process process = Process.Start(Start(folder ?? Root, arguments))!;
        _ = process.StandardError.ReadToEndAsync();
        _ = process.StandardOutput.ReadToEndAsync();
        while (!condition() && !process.WaitForExit(5)) { }
        process.Kill();
        process.WaitForExit();
    }

    private static ProcessStartInfo Start(string folder, string[] arguments)
    {
        ProcessStartInfo start = new("dotnet")
        {
            RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = folder,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "enteraxis.dll"));
        foreach (string a in arguments)
            start.ArgumentList.Add(a);
        start.Environment["ENTERAXIS_ROOT"] = Root;
        return start;
    }

    /// <summary>A fresh folder below the system's temporary one; deleted by the caller's disposal.</summary>
    public static TemporaryFolder Folder() => new(Directory.CreateTempSubdirectory("enteraxis-").FullName);

    private static string FindRoot()
    {
        for (DirectoryInfo? d = new(AppContext.BaseDirectory); d is not null; d = d.Parent)
            if (File.Exists(Path.Combine(d.FullName, "Enteraxis.slnx")))
                return d.FullName;
        throw new DirectoryNotFoundException("Enteraxis.slnx was not found above the test program.");
    }
}

internal sealed record Outcome(int ExitCode, string Output, string Error);

internal sealed record TemporaryFolder(string Path) : IDisposable
{
    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
