using System.Diagnostics;
using System.Globalization;
using System.IO.MemoryMappedFiles;
using Enteraxis.Numerics;

namespace Enteraxis.Fuzz;

/// <summary>Runs changed inputs through a reader until time or number is spent, and keeps those that take new branches.</summary>
internal sealed class Campaign(CampaignOptions options)
{
    internal const string LastInput = "last-input.bin";
    private const int MostInput = 1 << 16;
    private const double HangSeconds = 2;

    private readonly Coverage _coverage = new();
    private readonly List<byte[]> _corpus = [];
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly HashSet<string> _findings = new(StringComparer.Ordinal);
    private long _began, _inputs;
    private double _slowest;

    public int Run()
    {
        Action<byte[]> target = Targets.All[options.Reader];
        byte[][] seeds = [.. Directory.EnumerateFiles(options.Corpus).Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];
        if (seeds.Length == 0) throw new InvalidOperationException($"The corpus {options.Corpus} is empty.");
        using MemoryMappedFile last = MemoryMappedFile.CreateFromFile(Path.Combine(options.Out, LastInput), FileMode.Create, null, MostInput);
        using MemoryMappedViewAccessor view = last.CreateViewAccessor();
        Thread watch = new(Watch) { IsBackground = true };
        watch.Start();
        // The stack of a reader under test is that of the program's main thread.
        foreach (byte[] seed in seeds) Try(target, seed, view);
        if (_corpus.Count == 0) _corpus.AddRange(seeds);
        Mutation mutation = new(options.Seed, Mutation.WordsOf(seeds));
        double printed = 0;
        while (_inputs < options.Inputs && _clock.Elapsed.TotalMinutes < options.Minutes)
        {
            Try(target, mutation.Of(_corpus), view);
            if (_clock.Elapsed.TotalSeconds - printed < 30) continue;
            printed = _clock.Elapsed.TotalSeconds;
            Print();
        }
        Print();
        for (int i = seeds.Length; i < _corpus.Count; i++) File.WriteAllBytes(Path.Combine(options.Out, $"new-{i:D5}"), _corpus[i]);
        return _findings.Count == 0 ? 0 : 1;
    }

    private void Try(Action<byte[]> target, byte[] input, MemoryMappedViewAccessor view)
    {
        view.WriteArray(0, input, 0, Math.Min(input.Length, MostInput));
        Coverage.Begin();
        double before = _clock.Elapsed.TotalSeconds;
        Volatile.Write(ref _began, Stopwatch.GetTimestamp());
        try
        {
            target(input);
        }
        catch (InputException)
        {
        }
        catch (Exception e)
        {
            Found($"{e.GetType().Name} at {new StackTrace(e).GetFrame(0)?.GetMethod()?.DeclaringType?.FullName}.{new StackTrace(e).GetFrame(0)?.GetMethod()?.Name}", input, e.ToString());
        }
        Volatile.Write(ref _began, 0);
        _slowest = Math.Max(_slowest, _clock.Elapsed.TotalSeconds - before);
        _inputs++;
        if (_coverage.Adds(counts: true)) _corpus.Add(input);
    }

    // By the processor's time: another program's load is no hang of ours.
    private void Watch()
    {
        long watched = 0;
        TimeSpan from = default;
        while (true)
        {
            Thread.Sleep(100);
            long began = Volatile.Read(ref _began);
            if (began != watched) (watched, from) = (began, Environment.CpuUsage.TotalTime);
            if (began == 0 || (Environment.CpuUsage.TotalTime - from).TotalSeconds < HangSeconds) continue;
            File.Copy(Path.Combine(options.Out, LastInput), Path.Combine(options.Out, "hang.bin"), overwrite: true);
            Print();
            Console.WriteLine($"An input took more than {HangSeconds} s; it is kept as hang.bin.");
            Environment.Exit(3);
        }
    }

    private void Found(string what, byte[] input, string trace)
    {
        if (!_findings.Add(what)) return;
        string name = $"finding-{_findings.Count:D3}";
        File.WriteAllBytes(Path.Combine(options.Out, name + ".bin"), input);
        File.WriteAllText(Path.Combine(options.Out, name + ".txt"), trace);
        Console.WriteLine($"{name}: {what}");
    }

    private void Print() => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{options.Reader}: {_inputs} inputs in {_clock.Elapsed.TotalMinutes:F1} min, {_coverage.Branches} branches, {_corpus.Count} inputs kept, slowest {_slowest * 1000:F0} ms, {_findings.Count} findings"));
}
