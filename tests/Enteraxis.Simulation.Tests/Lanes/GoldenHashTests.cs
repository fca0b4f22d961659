using Enteraxis.Simulation.Ensembles;
using System.Buffers.Binary;
using System.Security.Cryptography;
using Enteraxis.Modelling.Antimony;
using Enteraxis.Simulation.Solvers;

namespace Enteraxis.Simulation.Tests.Lanes;

/// <summary>
/// The bits of 32 courses of a model that holds everything a lane computes: exp, ln, a general power, sin, cos, ÷, √, a choice, events (one delayed, one by a
/// state), a jump with drawn marks, a drive and doses.
/// </summary>
/// <remarks>
/// The hash may be renewed only with a change that is meant to change results (the method, step control, an elementary function, the order of operations in emitted code,
/// random streams), and that change says so in the changelog. A change meant to be faster or tidier leaves it as it is.
/// What is drawn (exp, ln) comes from the C library, which chooses among variants by the processor: committed is the hash of glibc on x64 with fused multiply–add;
/// with that switched off (GLIBC_TUNABLES=glibc.cpu.hwcaps=-FMA,-AVX2) glibc itself gives another. There a different hash is no fault of the lanes.
/// </remarks>
public sealed class GoldenHashTests
{
    private const string Committed = "aa0e6868c919c488e557aedd00c17af98ccceda32bf57f08c0638cc15ef6e99d";

    private const string Text = """
        k = 0.4; n = 1.7; load = 0; hits = 0; size = 0; seen = 0; last = 0
        y = 1; gut = 0; z = 0.5; w = 0.2
        xi := ornstein_uhlenbeck(5, 0.3, 1)
        hill := y^n / (0.8 + y^n)
        y' = 1 + load + 0.5 * gut + 0.3 * sin(2 * time) - k * y
        gut' = -0.5 * gut
        z' = 200 * (hill * exp(0.2 * xi) - z)
        w' = ln(1 + y^2) * cos(w) - sqrt(w^2 + 0.1) / (1 + z) - piecewise(0.2, y > 2, 0.1)
        strikes: at hazard(0.3 * z * exp(xi), 0.5): y = y * uniform(0.3, 0.9), hits = hits + 1, size = lognormal(0, 0.5)
        high: at (y > 1.6): seen = seen + 1
        later: at 3.7 after (w > 1): last = time
        """;

    private static readonly string[] Seen = ["y", "gut", "z", "w", "xi", "hits", "size", "seen", "last"];

    [Theory]
    [InlineData(8, 1)]
    [InlineData(8, 3)]
    [InlineData(4, 1)]
    [InlineData(4, 3)]
    [InlineData(2, 1)]
    [InlineData(2, 3)]
    [InlineData(1, 1)]
    [InlineData(1, 3)]
    public void The_bits_are_the_committed_ones_at_every_width_and_number_of_threads(int width, int threads) => Assert.Equal(Committed, Hash(Courses(width, threads)));

    /// <summary>What <see cref="ProcessorFeatureTests"/> runs again with features of the processor switched off.</summary>
    [Fact]
    public void The_bits_are_the_committed_ones_at_the_widest_that_the_processor_has()
    {
        if (Environment.GetEnvironmentVariable(ProcessorFeatureTests.ExpectedWidth) is { Length: > 0 } expected) Assert.Equal(expected, $"{ProcessorFeatureTests.Widest}");
        Assert.Equal(Committed, Hash(Courses(0, 2)));
    }

    [Fact]
    public void The_courses_hold_what_the_hash_is_to_watch()
    {
        List<double[,]> courses = Courses(8, 1);
        double Of(string name, int person) => courses[person][2, Array.IndexOf(Seen, name)];
        int[] people = [.. Enumerable.Range(0, courses.Count)];
        Assert.Equal(32, courses.Count);
        Assert.InRange(people.Sum(i => Of("hits", i)), 50, 5000);
        Assert.InRange(people.Sum(i => Of("seen", i)), 50, 5000);
        Assert.InRange(people.Count(i => Of("last", i) > 0), 25, 32);
        Assert.Equal(32, people.Select(i => Of("xi", i)).Distinct().Count());
        Assert.All(people, i => Assert.Equal(i % 2 == 0, Of("gut", i) > 0));
        // One bit of one number of one person changes it.
        string whole = Hash(courses);
        courses[17][1, 3] = Math.BitIncrement(courses[17][1, 3]);
        Assert.NotEqual(whole, Hash(courses));
    }

    private static List<double[,]> Courses(int width, int threads)
    {
        SimulationOptions options = new() { Method = SolverKind.Rosenbrock, Executor = Executor.Lanes, LaneWidth = width, RelativeTolerance = 1e-5, AbsoluteTolerance = 1e-8 };
        PersonRun[] people =
        [
            .. Enumerable.Range(0, 32).Select(i => ModelBuilder.Run(30, [0.5, 10, 30], (ulong)i) with
            {
                Values = new Dictionary<string, double> { ["k"] = 0.3 + 0.01 * i, ["n"] = 1.2 + 0.07 * (i % 10) },
                Schedule = i % 2 == 0 ? [new ScheduledChange(4.25, "gut", ChangeKind.Add, 2), new ScheduledChange(9, "load", ChangeKind.Set, 0.5), new ScheduledChange(12.5, "gut", ChangeKind.Scale, 3)] : [],
            }),
        ];
        List<double[,]> courses = [];
        new EnsembleRunner(new Simulator(new CompiledModel(AntimonyReader.ReadText(Text), Seen), options), threads).Run(people, (_, c) =>
        {
            Assert.Null(c.Failure);
            courses.Add(c.Values);
        });
        return courses;
    }

    private static string Hash(List<double[,]> courses)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] number = new byte[sizeof(double)];
        foreach (double[,] values in courses)
            foreach (double value in values)
            {
                BinaryPrimitives.WriteDoubleLittleEndian(number, value);
                hash.AppendData(number);
            }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
