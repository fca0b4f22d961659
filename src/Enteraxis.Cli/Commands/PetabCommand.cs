using System.CommandLine;
using System.Globalization;
using Enteraxis.Numerics;
using Enteraxis.Numerics.Text;
using Enteraxis.Studies.Petab;

namespace Enteraxis.Cli.Commands;

/// <summary>enteraxis petab: the simulations and the likelihood of a problem of parameter estimation.</summary>
internal static class PetabCommand
{
    public static Command Create()
    {
        Argument<string> problem = new("problem") { Description = "a PEtab problem file (YAML), version 1 or 2" };
        Option<string> output = new("--out") { Description = "folder for simulations.tsv, residuals.tsv and objective.tsv", Required = true };
        Option<string[]> set = new("--set") { Description = "name=value, replaces the nominal value of a parameter of the table (linear scale)", AllowMultipleArgumentsPerToken = true };
        Command command = new("petab", "Simulates a PEtab problem and gives chi-square, likelihood and, where priors are given, the posterior.\n\nExample:\n  ./enteraxis petab problem.yaml --out results/petab") { problem, output, set };
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(parsed.GetValue(problem)!, parsed.GetValue(output)!, parsed.GetValue(set) ?? [], cancellation)));
        return command;
    }

    private static int Run(string path, string folder, string[] settings, CancellationToken cancellation)
    {
        OutputPath.CheckFolder("--out", folder);
        PetabResult result = Simulate(path, SettingText.ParseAll(settings).ToDictionary(s => s.Name, s => s.Value, StringComparer.Ordinal), cancellation);
        PetabWriter.Write(folder, result);
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{result.Points.Count} measurements, chi2 {result.ChiSquare:G10}, log-likelihood {result.LogLikelihood:G10}"
            + $"{(result.LogPosterior is double p ? string.Create(CultureInfo.InvariantCulture, $", log-posterior without its constant {p:G10}") : "")}; tables in {folder}"));
        return 0;
    }

    /// <param name="settings">Replace nominal values.</param>
    public static PetabResult Simulate(string path, IReadOnlyDictionary<string, double> settings, CancellationToken cancellation)
    {
        PetabSimulation simulation = new(PetabProblem.Read(path));
        Dictionary<string, double> values = simulation.Nominal();
        foreach ((string name, double value) in settings)
        {
            if (!values.ContainsKey(name)) throw new InputException($"--set: '{Echo.Of(name)}' is not in the parameter table.{NearestName.Hint(name, values.Keys)}");
            values[name] = value;
        }
        return ProgressLine.While(progress => simulation.Run(values, progress, cancellation));
    }
}
