using System.Diagnostics;
using System.Globalization;

namespace Enteraxis.Statistics.Tests;

/// <summary>What R says; the test is skipped with a sentence where R or the package is absent.</summary>
internal static class RScript
{
    /// <summary>Runs the code with the table as data frame d; the code prints numbers with cat, one a line.</summary>
    public static double[] Numbers(string code, params (string Name, double[] Values)[] columns)
    {
        DirectoryInfo scratch = Directory.CreateTempSubdirectory("statistics-tests-");
        try
        {
            string data = Path.Combine(scratch.FullName, "d.tsv"), script = Path.Combine(scratch.FullName, "a.R");
            File.WriteAllLines(data, [string.Join('\t', columns.Select(c => c.Name)), .. Enumerable.Range(0, columns.Length == 0 ? 0 : columns[0].Values.Length)
                .Select(i => string.Join('\t', columns.Select(c => c.Values[i].ToString("R", CultureInfo.InvariantCulture))))]);
            File.WriteAllText(script, "d <- read.delim(commandArgs(TRUE)[1]); say <- function(x) cat(formatC(as.numeric(x), digits = 16, format = 'g'), sep = '\\n', fill = FALSE, append = FALSE)\nsay <- function(x) { cat(paste0(formatC(as.numeric(x), digits = 16, format = 'g'), '\\n'), sep = '') }\n" + code);
            return [.. Output(script, data).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => double.TryParse(l, CultureInfo.InvariantCulture, out double x) ? x : double.NaN)];
        }
        finally
        {
            scratch.Delete(recursive: true);
        }
    }

    private static string Output(string script, string data)
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo("Rscript", ["--vanilla", script, data]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
            Task<string> error = process.StandardError.ReadToEndAsync();
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            if (process.ExitCode == 0) return output;
            if (!error.Result.Contains("there is no package called", StringComparison.Ordinal)) Assert.Fail(error.Result);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // No R: said below.
        }
        Assert.Skip("R with its packages survival and MASS is not installed here.");
        return "";
    }
}
