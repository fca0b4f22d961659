using System.Globalization;
using System.Text;
using Enteraxis.Studies.Runs;

namespace Enteraxis.Studies.Petab;

/// <summary>Writes a simulated problem: simulations.tsv (PEtab's own form), residuals.tsv and objective.tsv.</summary>
public static class PetabWriter
{
    public static void Write(string folder, PetabResult result)
    {
        Directory.CreateDirectory(folder);
        AtomicFile.Write(Path.Combine(folder, "simulations.tsv"), Simulations(result));
        AtomicFile.Write(Path.Combine(folder, "residuals.tsv"), Residuals(result));
        AtomicFile.Write(Path.Combine(folder, "objective.tsv"), Objective(result));
    }

    /// <summary>The table of measurements with the column measurement replaced by simulation.</summary>
    public static string Simulations(PetabResult result) => Table(result, c => c == "measurement" ? "simulation" : c, (p, c, text) => c == "measurement" ? Number(p.Simulation) : text, [], _ => []);

    /// <summary>Each measurement with its simulation, noise, residual and ln likelihood.</summary>
    public static string Residuals(PetabResult result) =>
        Table(result, c => c, (_, _, text) => text, ["simulation", "noise", "residual", "log_likelihood"], p => [Number(p.Simulation), Number(p.Noise), Number(p.Residual), Number(p.LogLikelihood)]);

    /// <summary>One row a figure: chi2, llh and, where priors are given, each prior, their sum and the posterior without its constant.</summary>
    public static string Objective(PetabResult result)
    {
        StringBuilder text = new("quantity\tvalue\n");
        void Row(string name, double value) => text.Append(name).Append('\t').Append(Number(value)).Append('\n');
        Row("chi2", result.ChiSquare);
        Row("llh", result.LogLikelihood);
        foreach ((string id, double value) in result.LogPriors) Row($"log_prior of {id}", value);
        if (result.LogPrior is double prior) Row("log_prior", prior);
        if (result.LogPosterior is double posterior) Row("unnorm_log_posterior", posterior);
        return text.ToString();
    }

    private static string Table(PetabResult result, Func<string, string> heading, Func<PetabPoint, string, string, string> cell, string[] more, Func<PetabPoint, string[]> moreCells)
    {
        // Several files may have different columns; each appears once.
        string[] columns = [.. result.Points.SelectMany(p => p.Measurement.Cells.Select(c => c.Column)).Distinct()];
        StringBuilder text = new();
        text.AppendJoin('\t', columns.Select(heading).Concat(more)).Append('\n');
        foreach (PetabPoint p in result.Points)
        {
            Dictionary<string, string> cells = p.Measurement.Cells.ToDictionary(c => c.Column, c => c.Text, StringComparer.Ordinal);
            text.AppendJoin('\t', columns.Select(c => cell(p, c, cells.GetValueOrDefault(c, ""))).Concat(moreCells(p))).Append('\n');
        }
        return text.ToString();
    }

    private static string Number(double value) => double.IsPositiveInfinity(value) ? "inf" : double.IsNegativeInfinity(value) ? "-inf" : value.ToString("R", CultureInfo.InvariantCulture);
}
