using Enteraxis.Numerics.Tables;
using Enteraxis.Studies.Petab;

namespace Enteraxis.Studies.Tests.Petab;

public sealed class PetabSimulationTests
{
    [Fact]
    public void A_decay_that_is_doubled_on_the_way_has_its_closed_form()
    {
        using SmallProblem problem = new();
        PetabResult result = problem.Run();
        double[] expected = [6 * Math.Exp(-1), 12 * Math.Exp(-2), 12 * Math.Exp(-3) + 6, 0];
        for (int i = 0; i < 4; i++) Assert.Equal(expected[i], result.Points[i].Simulation, 1e-7);
        Assert.Equal(2, result.Points[3].Noise);
        double r = (1 - expected[0]) / 0.5;
        Assert.Equal(r, result.Points[0].Residual, 1e-6);
        Assert.Equal(-0.5 * Math.Log(2 * Math.PI) - Math.Log(0.5) - r * r / 2, result.Points[0].LogLikelihood, 1e-6);
        Assert.Equal(-Math.Log(10), result.LogPriors["k"], 1e-12);
    }

    [Fact]
    public void Another_vector_of_parameters_is_another_likelihood_and_the_first_comes_back()
    {
        using SmallProblem problem = new();
        PetabSimulation simulation = new(problem.Read());
        PetabResult first = simulation.Run();
        Dictionary<string, double> other = simulation.Nominal();
        other["k"] = 0.25;
        Assert.Equal(6 * Math.Exp(-0.5), simulation.Run(other).Points[0].Simulation, 1e-7);
        Assert.Equal(first.LogLikelihood, simulation.Run().LogLikelihood);
    }

    [Fact]
    public void The_written_tables_say_what_was_simulated()
    {
        using SmallProblem problem = new();
        PetabResult result = problem.Run();
        string folder = Path.Combine(problem.Folder, "out");
        PetabWriter.Write(folder, result);
        TsvTable simulations = TsvTable.Read(Path.Combine(folder, "simulations.tsv"), "observableId", "simulation"), residuals = TsvTable.Read(Path.Combine(folder, "residuals.tsv"), "measurement", "residual");
        Assert.Equal(result.Points.Select(p => p.Simulation), simulations.Rows.Select(r => r.Number("simulation")));
        Assert.Equal(result.ChiSquare, residuals.Rows.Sum(r => Math.Pow(r.Number("residual"), 2)), 1e-12);
        Assert.False(simulations.Has("measurement"));
        Assert.Contains("llh\t", File.ReadAllText(Path.Combine(folder, "objective.tsv")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_without_rest_is_told_instead_of_followed_for_ever()
    {
        using SmallProblem problem = new();
        problem.With("model.ant", "model m()\n  x = 2; y = 0; k = 1; x' = y; y' = -x;\nend\n");
        string message = Installation.Fault(() => problem.Run());
        Assert.Contains("steady state", message, StringComparison.Ordinal);
    }
}
