using System.Globalization;
using Enteraxis.Numerics;
using Enteraxis.Numerics.Tables;
using Enteraxis.Studies.Experiments.Maths;
using Enteraxis.Studies.Petab;
using Enteraxis.Studies.Yaml;
using YamlDotNet.RepresentationModel;

namespace Enteraxis.Studies.Tests.Petab;

/// <summary>The PEtab test suite: problems with the expected simulations, chi-square, likelihood and priors.</summary>
public sealed class PublicPetabTests
{
    private const string Archive = "models/petab-tests.tar.xz";

    [Theory]
    [InlineData("v1.0.0", 20)]
    [InlineData("v2.0.0", 31)]
    public void Every_SBML_case_is_within_the_tolerances_of_its_solution(string version, int count)
    {
        string[] cases = [.. Directory.EnumerateDirectories(Path.Combine(SharedArchive.Find(Archive, version), "sbml")).Order(StringComparer.Ordinal)];
        Assert.Equal(count, cases.Length);
        List<string> faults = [];
        foreach (string folder in cases)
            try
            {
                faults.AddRange(Faults(folder).Select(f => $"{version} {Path.GetFileName(folder)}: {f}"));
            }
            catch (InputException e)
            {
                faults.Add($"{version} {Path.GetFileName(folder)}: {e.Message}");
            }
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public void Every_formula_of_the_suite_has_the_expected_value()
    {
        YamlStream stream = [];
        using (StreamReader reader = File.OpenText(Path.Combine(SharedArchive.Find(Archive, "math"), "math_tests.yaml"))) stream.Load(reader);
        YamlSequenceNode cases = (YamlSequenceNode)stream.Documents[0].RootNode["cases"];
        Assert.Equal(98, cases.Children.Count);
        List<string> faults = [];
        foreach (YamlNode one in cases)
        {
            string text = ((YamlScalarNode)one["expression"]).Value!, expected = ((YamlScalarNode)one["expected"]).Value!;
            MathNode node = MathParser.Parse(text);
            // Names stand for themselves: any two numbers must give equal values.
            double Of(string name) => name.Length + 0.5 * name[0];
            double value = MathEvaluation.Of(node, Of), wanted = MathEvaluation.Of(MathParser.Parse(expected), Of);
            // Some are printed to fifteen digits.
            if (!(value == wanted || Math.Abs(value - wanted) <= 2e-15 * Math.Abs(wanted))) faults.Add(string.Create(CultureInfo.InvariantCulture, $"{text}: {value:R} and not {wanted:R}"));
            Assert.Equal(value, MathEvaluation.Of(MathParser.Parse(MathText.Of(node)), Of));
        }
        Assert.Empty(faults);
    }

    private static IEnumerable<string> Faults(string folder)
    {
        string name = Path.GetFileName(folder);
        PetabProblem problem = PetabProblem.Read(Path.Combine(folder, $"_{name}.yaml"));
        PetabResult result = new PetabSimulation(problem).Run();
        YamlMap solution = YamlFile.Read(Path.Combine(folder, $"_{name}_solution.yaml"));
        if (Differs(result.ChiSquare, solution.Number("chi2")!.Value, solution.Number("tol_chi2")!.Value)) yield return FormattableString.Invariant($"chi2 {result.ChiSquare}, not {solution.Number("chi2")}");
        if (Differs(result.LogLikelihood, solution.Number("llh")!.Value, solution.Number("tol_llh")!.Value)) yield return FormattableString.Invariant($"llh {result.LogLikelihood}, not {solution.Number("llh")}");
        TsvTable expected = TsvTable.Read(Path.Combine(folder, solution.Words("simulation_files")[0]), "simulation");
        double tolerance = solution.Number("tol_simulations")!.Value;
        if (expected.Rows.Count != result.Points.Count) yield return "another number of points";
        for (int i = 0; i < result.Points.Count; i++)
            if (Differs(result.Points[i].Simulation, expected.Rows[i].Number("simulation"), tolerance))
                yield return FormattableString.Invariant($"point {i}: {result.Points[i].Simulation}, not {expected.Rows[i].Number("simulation")}");
        if (solution.Map("log_prior") is not { } priors) yield break;
        Assert.Equal(priors.Keys.Order(StringComparer.Ordinal), result.LogPriors.Keys.Order(StringComparer.Ordinal));
        foreach (string p in priors.Keys)
            if (Differs(result.LogPriors[p], priors.Number(p)!.Value, solution.Number("tol_log_prior")!.Value)) yield return FormattableString.Invariant($"prior of {p}: {result.LogPriors[p]:R}, not {priors.Number(p):R}");
        if (Differs(result.LogPosterior!.Value, solution.Number("unnorm_log_posterior")!.Value, solution.Number("tol_unnorm_log_posterior")!.Value)) yield return "the posterior differs";
    }

    private static bool Differs(double value, double expected, double tolerance) => !(Math.Abs(value - expected) <= tolerance);
}
