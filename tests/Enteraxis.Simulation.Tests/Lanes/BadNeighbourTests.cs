using Enteraxis.Simulation.Ensembles;
using Enteraxis.Modelling.Antimony;
using Enteraxis.Simulation.Solvers;

namespace Enteraxis.Simulation.Tests.Lanes;

/// <summary>A person whose rates come to their end midway, in any lane beside seven good ones: these keep their bits, that one says when and why it failed.</summary>
public sealed class BadNeighbourTests
{
    private const string Text = """
        burst = 0.01; end = 1000; steep = 0.1
        y = 1; v = 0; w = 0; z = 0
        y' = burst * y^2
        v' = sqrt(end - time)
        w' = exp(steep * time) - w
        z' = 300 * (sin(time) + y - z)
        """;

    private static readonly string[] Seen = ["y", "v", "w", "z"];

    // What a bad person has instead: y = 1 / (1 - 0.2 t) is infinite on day 5; the root is of a negative number past it; exp(142 t) is infinite past day 4.998.
    [Theory]
    [InlineData("burst", 0.2, "At day 5.00")]
    [InlineData("end", 5, "At day 5 ")]
    [InlineData("steep", 142, "At day 4.98")]
    public void Good_neighbours_keep_their_bits_and_the_bad_one_says_when_it_failed(string parameter, double value, string when)
    {
        foreach (int width in new[] { 8, 4 })
        {
            Course[] alone = Run([.. Enumerable.Range(0, 7).Select(Good)], width);
            Assert.All(alone, c => Assert.Null(c.Failure));
            for (int place = 0; place < 8; place++)
            {
                PersonRun bad = Good(7) with { Values = new Dictionary<string, double>(Good(7).Values) { [parameter] = value } };
                List<PersonRun> people = [.. Enumerable.Range(0, 7).Select(Good)];
                people.Insert(place, bad);
                List<Course> courses = [.. Run([.. people], width)];
                Course failed = courses[place];
                courses.RemoveAt(place);
                Assert.Equal(alone.Select(Bits), courses.Select(Bits));
                Assert.StartsWith(when, failed.Failure, StringComparison.Ordinal);
                // Day 4 was reached, with the numbers that the bad one has in truth; day 6 was not.
                Assert.Equal(1 / (1 - bad.Values["burst"] * 4), failed.Values[0, 0], 1e-4);
                Assert.All(Enumerable.Range(0, Seen.Length), i => Assert.True(double.IsFinite(failed.Values[0, i]) && double.IsNaN(failed.Values[1, i])));
            }
        }
    }

    private static PersonRun Good(int i) => ModelBuilder.Run(10, [4, 6, 10], (ulong)i) with
    {
        Values = new Dictionary<string, double> { ["burst"] = 0.01 + 0.002 * i, ["end"] = 1000 - i, ["steep"] = 0.1 + 0.01 * i },
    };

    private static Course[] Run(PersonRun[] people, int width)
    {
        SimulationOptions options = new() { Method = SolverKind.Rosenbrock, Executor = Executor.Lanes, LaneWidth = width, RelativeTolerance = 1e-6, AbsoluteTolerance = 1e-9 };
        Course[] courses = new Course[people.Length];
        new EnsembleRunner(new Simulator(new CompiledModel(AntimonyReader.ReadText(Text), Seen), options), new EnsembleOptions { Threads = 1, Retry = false }).Run(people, (i, c) => courses[i] = c);
        return courses;
    }

    private static long[] Bits(Course course) => [.. course.Values.Cast<double>().Concat(course.FinalStates).Select(BitConverter.DoubleToInt64Bits), course.Statistics.Accepted, course.Statistics.Rejected];
}
