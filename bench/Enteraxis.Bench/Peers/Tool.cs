using System.ComponentModel;
using System.Diagnostics;

namespace Enteraxis.Bench.Peers;

/// <summary>Another program, run to its end.</summary>
internal static class Tool
{
    /// <summary>What it printed; null where it is not here or failed, with the reason.</summary>
    public static string? Run(string program, IReadOnlyList<string> arguments, string folder, out string trouble)
    {
        trouble = "";
        try
        {
            ProcessStartInfo start = new(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
            // One core for every engine.
            foreach (string name in new[] { "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS" }) start.Environment[name] = "1";
            using Process process = Process.Start(start)!;
            Task<string> errors = process.StandardError.ReadToEndAsync();
            string printed = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            if (process.ExitCode == 0) return printed;
            trouble = errors.Result.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault() ?? $"exit code {process.ExitCode}";
        }
        catch (Win32Exception)
        {
            trouble = $"{program} is not installed";
        }
        return null;
    }
}
