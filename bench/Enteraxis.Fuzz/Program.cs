using System.Diagnostics;
using System.Globalization;

namespace Enteraxis.Fuzz;

/// <summary>Fuzzes one reader, guided by the coverage that SharpFuzz counts: enteraxis-fuzz READER --minutes 15 --inputs 1000000 --out FOLDER; with --reduce it keeps of a corpus what takes every branch.</summary>
/// <remarks>Three processes' worth of work in one program: the first copies and instruments the assemblies, the second (--run) fuzzes and may die; what killed it is kept.</remarks>
internal static class Program
{
    private static int Main(string[] args)
    {
        if (args.Length == 0 || !Targets.All.ContainsKey(args[0]))
        {
            Console.Error.WriteLine($"enteraxis-fuzz READER [--minutes 15] [--inputs 1000000] [--seed 1] [--corpus FOLDER] [--out FOLDER] [--reduce]; readers are {string.Join(", ", Targets.All.Keys)}.");
            return 2;
        }
        string Option(string name, string fallback) => Array.IndexOf(args, name) is >= 0 and var i && i + 1 < args.Length ? args[i + 1] : fallback;
        CampaignOptions options = new(args[0], double.Parse(Option("--minutes", "15"), CultureInfo.InvariantCulture), long.Parse(Option("--inputs", "1000000"), CultureInfo.InvariantCulture), int.Parse(Option("--seed", "1"), CultureInfo.InvariantCulture),
            Path.GetFullPath(Option("--corpus", Path.Combine("bench", "Enteraxis.Fuzz", "Corpus", args[0]))), Path.GetFullPath(Option("--out", Path.Combine("results", "fuzz", args[0]))));
        Directory.CreateDirectory(options.Out);
        if (!args.Contains("--run")) return Guard(args, options);
        return args.Contains("--reduce") ? Reduction.Run(options) : new Campaign(options).Run();
    }

    private static int Guard(string[] args, CampaignOptions options)
    {
        string copy = Instrumented.Copy();
        try
        {
            ProcessStartInfo start = new("dotnet");
            foreach (string a in (string[])[Path.Combine(copy, "enteraxis-fuzz.dll"), .. args, "--run"]) start.ArgumentList.Add(a);
            using Process child = Process.Start(start)!;
            child.WaitForExit();
            string last = Path.Combine(options.Out, Campaign.LastInput);
            if (child.ExitCode is not (0 or 3) && File.Exists(last)) File.Copy(last, Path.Combine(options.Out, "crash-of-the-program.bin"), overwrite: true);
            File.Delete(last);
            return child.ExitCode;
        }
        finally
        {
            Directory.Delete(copy, recursive: true);
        }
    }
}
