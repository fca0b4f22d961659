using System.Diagnostics;
using Enteraxis.Bench.Measure;
using Enteraxis.Modelling.Sbml.Fbc;
using Enteraxis.Numerics;
using Enteraxis.Studies.GenomeScale;

namespace Enteraxis.Bench.GenomeScale;

/// <summary>A community of eight taxa from a folder of models: read, solved from nothing, and solved again after each of several changes of one bound.</summary>
internal sealed class CommunityMeasurement(string folder, Action<string> say)
{
    private const int Taxa = 8;
    private const double Fraction = 0.5, FirstBar = 2, AgainBar = 0.2;
    private readonly Dictionary<string, List<(double Cpu, double Wall)>> _seconds = new(StringComparer.Ordinal);

    public (int Rows, int Columns) Size { get; private set; }

    public IReadOnlyList<string> Files { get; private set; } = [];

    public IReadOnlyList<CommunityFigure> Run(int rounds, CancellationToken cancellation)
    {
        string[] files = [.. Directory.EnumerateFiles(folder).Where(f => f.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || f.EndsWith(".xml.gz", StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal)];
        if (files.Length == 0) throw new InputException($"--models: {folder} holds no .xml or .xml.gz; give a folder of SBML-FBC models.");
        // Fewer files stand for several taxa each.
        files = [.. Enumerable.Range(0, Taxa).Select(i => files[i % files.Length])];
        Files = [.. files.Select(f => Path.GetFileName(f)!)];
        // The first round is the compiler's.
        for (int round = -1; round < rounds; round++)
        {
            say($"genome-scale: round {round + 1} of {rounds}");
            if (round == 0) _seconds.Clear();
            Round(files, cancellation);
        }
        return
        [
            Figure("read", "eight models from their files", null), Figure("first_growth", "program built and the largest growth found", FirstBar), Figure("first", "program built, growth spread, least flux", FirstBar),
            Figure("again_growth", "largest growth after a change of one bound", AgainBar), Figure("again", "all of it after a change of one bound", AgainBar),
        ];
    }

    private void Round(string[] files, CancellationToken cancellation)
    {
        CommunityMember[] members = Timed("read", () => files.Select((f, i) => new CommunityMember(TaxonModel.Of(FormattableString.Invariant($"taxon {i + 1}"), Path.GetFileName(f), FluxNetworkReader.Read(f)), 1.0 / Taxa)).ToArray());
        string dietPath = Path.Combine(folder, CommunityRequest.DietName);
        Diet diet = File.Exists(dietPath) ? DietReader.Read(dietPath) : OwnMedium(members);
        using (CommunityProgram program = Timed("first_growth", () => Grown(members, diet, cancellation))) Size = program.Size;
        (CommunityProgram first, CommunitySolution solution) = Timed("first", () =>
        {
            CommunityProgram p = new(members, diet);
            return (p, CooperativeTradeOff.Solve(p, Fraction, cancellation));
        });
        using (first)
        {
            int[] taken = [.. Enumerable.Range(0, first.Exchanges.Count).Where(e => solution.NetRelease[e] < -1e-6).OrderBy(e => solution.NetRelease[e]).Take(3)];
            foreach (int e in taken)
            {
                double offered = first.Diet.Of(first.Exchanges[e]);
                first.Offer(first.Exchanges[e], 0.8 * Math.Min(offered, -solution.NetRelease[e]));
                Timed("again_growth", () =>
                {
                    first.Free();
                    first.MaximiseCommunity();
                    return first.Solve(cancellation);
                });
                first.Offer(first.Exchanges[e], offered);
                CooperativeTradeOff.Solve(first, Fraction, cancellation);
                first.Offer(first.Exchanges[e], 0.8 * Math.Min(offered, -solution.NetRelease[e]));
                Timed("again", () => CooperativeTradeOff.Solve(first, Fraction, cancellation));
                first.Offer(first.Exchanges[e], offered);
                CooperativeTradeOff.Solve(first, Fraction, cancellation);
            }
        }
    }

    private static CommunityProgram Grown(CommunityMember[] members, Diet diet, CancellationToken cancellation)
    {
        CommunityProgram p = new(members, diet);
        p.MaximiseCommunity();
        p.Solve(cancellation);
        return p;
    }

    // What the files' own bounds let in, where no diet lies beside them.
    private static Diet OwnMedium(CommunityMember[] members)
    {
        Dictionary<string, double> offered = new(StringComparer.Ordinal);
        foreach (CommunityMember m in members)
            foreach (TaxonExchange e in m.Model.Exchanges)
                if (m.Model.Network.Reactions[e.Reaction].Lower is < 0 and var lower) offered[e.Name] = Math.Min(Math.Min(-lower, 100), offered.GetValueOrDefault(e.Name, double.PositiveInfinity));
        return new Diet("the models' own bounds", offered);
    }

    private T Timed<T>(string step, Func<T> work)
    {
        Stopwatch wall = Stopwatch.StartNew();
        double start = ThreadClock.Seconds;
        T result = work();
        if (!_seconds.TryGetValue(step, out List<(double, double)>? list)) _seconds.Add(step, list = []);
        list.Add((ThreadClock.Seconds - start, wall.Elapsed.TotalSeconds));
        return result;
    }

    private CommunityFigure Figure(string step, string what, double? bar)
    {
        if (!_seconds.TryGetValue(step, out List<(double Cpu, double Wall)>? list)) return new CommunityFigure(step, what, double.NaN, double.NaN, double.NaN, double.NaN, bar);
        double[] cpu = [.. list.Select(s => s.Cpu).Order()], wall = [.. list.Select(s => s.Wall).Order()];
        return new CommunityFigure(step, what, cpu[cpu.Length / 2], cpu[0], cpu[^1], wall[wall.Length / 2], bar);
    }
}
