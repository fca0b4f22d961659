using System.Diagnostics;
using System.Globalization;
using System.Text;
using Enteraxis.Microbiome;
using Enteraxis.Microbiome.Ecology.Alpha;
using Enteraxis.Microbiome.Ecology.Distances;
using Enteraxis.Microbiome.Ecology.GroupTests;
using Enteraxis.Microbiome.Ecology.Ordination;
using Enteraxis.Microbiome.Phylogeny;
using Enteraxis.Numerics.Random;

namespace Enteraxis.Bench.Ecology;

/// <summary>What a simulated table of 10,000 samples × 50,000 features, 2 % of them not 0, takes on all processors, step by step.</summary>
/// <param name="Step">What was done.</param>
/// <param name="Seconds">On the clock.</param>
/// <param name="PeakMegabytes">Largest resident memory of the process so far.</param>
internal sealed record EcologyMemory(string Step, double Seconds, double PeakMegabytes)
{
    private const int Samples = 10_000, Features = 50_000;
    private const double Density = 0.02;

    public static IReadOnlyList<EcologyMemory> Measure(Action<string> say)
    {
        List<EcologyMemory> steps = [];
        T Step<T>(string name, Func<T> run)
        {
            long start = Stopwatch.GetTimestamp();
            T value = run();
            using Process process = Process.GetCurrentProcess();
            steps.Add(new(name, Stopwatch.GetElapsedTime(start).TotalSeconds, process.PeakWorkingSet64 / 1e6));
            say(string.Create(CultureInfo.InvariantCulture, $"memory: {name}: {steps[^1].Seconds:0.0} s, peak {steps[^1].PeakMegabytes:0} MB"));
            return value;
        }
        FeatureTable table = Step("table of 10,000 × 50,000 at 2 %", Simulated);
        TableTree tree = Step("tree of 50,000 tips read and joined", () => TableTree.Join(NewickReader.Read(new StringReader(RandomTree()), "simulated.nwk"), table));
        Step("alpha diversity with Faith's", () => AlphaTable.Of(table, tree).Rows.Count);
        DistanceMatrix bray = Step("Bray–Curtis", () => BrayCurtis.OfProportions(table));
        Step("ten leading principal coordinates", () => Pcoa.Of(bray).Eigenvalues.Count);
        Step("PERMANOVA of two groups, 999 permutations", () => Permanova.Test(bray, [ModelTerm.Factor("g", [.. table.SampleIds.Select((_, i) => i % 2 == 0 ? "a" : "b")])]).Samples);
        bray = null!;
        Step("unweighted UniFrac", () => new UniFrac(tree).Unweighted().Count);
        return steps;
    }

    // Prevalence falls with rank, as in real tables; counts are log-normal.
    private static FeatureTable Simulated()
    {
        KeyedStream stream = new(7, 0, 1);
        double[] chance = new double[Features];
        double sum = 0;
        for (int f = 0; f < Features; f++) sum += chance[f] = Math.Pow(f + 50, -0.9);
        double scale = Density * Features / sum;
        return FeatureTable.FromRows("simulated", Samples, Features, (sample, add) =>
        {
            for (int f = 0; f < Features; f++)
            {
                (double u, double v) = stream.UniformPair((ulong)sample * Features + (ulong)f);
                if (u < scale * chance[f]) add(f, Math.Ceiling(Math.Exp(4 * v)));
            }
        });
    }

    private static string RandomTree()
    {
        KeyedStream stream = new(7, 0, 2);
        List<string> nodes = [.. Enumerable.Range(0, Features).Select(f => "f" + f.ToString(CultureInfo.InvariantCulture))];
        // Neighbours joined at random, level by level: depth grows with the logarithm, as in trees of real taxa.
        for (ulong draw = 0; nodes.Count > 1;)
        {
            List<string> next = new(nodes.Count);
            for (int i = 0; i < nodes.Count;)
            {
                if (i + 1 < nodes.Count && stream.Uniform(draw++) < 0.7)
                {
                    StringBuilder text = new StringBuilder("(").Append(nodes[i]).Append(':').Append(Length(draw++)).Append(',').Append(nodes[i + 1]).Append(':').Append(Length(draw++)).Append(')');
                    next.Add(text.ToString());
                    i += 2;
                }
                else
                {
                    next.Add(nodes[i++]);
                }
            }
            nodes = next;
        }
        return nodes[0] + ";";
        string Length(ulong index) => stream.Uniform(index).ToString("0.0000", CultureInfo.InvariantCulture);
    }
}
