using Enteraxis.Modelling.Antimony;
using Enteraxis.Modelling.Models;
using Enteraxis.Numerics;
using Enteraxis.Simulation.Ensembles;

namespace Enteraxis.Simulation.Tests;

public sealed class SharedParameterTests
{
    private const string Text = """
        k = 0.5; m = 3; own = 1; hits = 0
        y = m; z = 1
        y' = k * m - own * y / (m + z)
        z' = m^2 * (exp(-k * y) - z)
        hit: at hazard(k * y): hits = hits + 1
        """;

    [Theory]
    [InlineData(Executor.Scalar)]
    [InlineData(Executor.Lanes)]
    public void Courses_agree_within_the_tolerance_with_those_of_the_model_that_shares_nothing(Executor executor)
    {
        Model model = AntimonyReader.ReadText(Text);
        Course[] plain = Courses(model, executor), shared = Courses(SharedParameters.Fix(model, ["k", "m"]), executor);
        for (int i = 0; i < plain.Length; i++)
        {
            Assert.Equal(plain[i].Jumps.Count, shared[i].Jumps.Count);
            for (int t = 0; t < 3; t++)
                for (int j = 0; j < 3; j++) Assert.Equal(plain[i].Values[t, j], shared[i].Values[t, j], 1e-7);
        }
    }

    [Fact]
    public void A_run_that_sets_a_shared_parameter_is_refused_by_name()
    {
        CompiledModel model = new(SharedParameters.Fix(AntimonyReader.ReadText(Text), ["k"]), ["y"]);
        PersonRun run = ModelBuilder.Run(1, [1]) with { Values = new Dictionary<string, double> { ["k"] = 1 } };
        Assert.Contains("'k'", Assert.Throws<InputException>(() => new Simulator(model, new SimulationOptions()).Run(run)).Message, StringComparison.Ordinal);
    }

    private static Course[] Courses(Model model, Executor executor)
    {
        List<Course> courses = [];
        SimulationOptions options = new() { Executor = executor, RelativeTolerance = 1e-9, AbsoluteTolerance = 1e-12 };
        PersonRun[] people = [.. Enumerable.Range(0, 10).Select(i => ModelBuilder.Run(20, [1, 10, 20], (ulong)i) with { Values = new Dictionary<string, double> { ["own"] = 0.5 + 0.1 * i } })];
        new EnsembleRunner(new Simulator(new CompiledModel(model, ["y", "z", "hits"]), options), 2).Run(people, (_, c) => courses.Add(c));
        return [.. courses];
    }
}
