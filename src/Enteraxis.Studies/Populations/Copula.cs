using Enteraxis.Numerics;
using Enteraxis.Numerics.Distributions;
using Enteraxis.Numerics.LinearAlgebra;
using Enteraxis.Numerics.Random;
using Enteraxis.Numerics.Tables;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Studies.Populations;

/// <summary>models/population_correlations.tsv: which variables of a population go together, as correlations of their normal scores (a Gaussian copula).</summary>
/// <remarks>Pairs that are not listed are independent given the laws. Conditional on what the laws say already: a correlation acts on the draw, not on the value.</remarks>
public sealed class Copula
{
    private readonly Dictionary<string, int> _place = new(StringComparer.Ordinal);
    private readonly ulong[] _index;
    private readonly Cholesky? _factor;

    private Copula(IReadOnlyList<string> variables, Cholesky? factor)
    {
        (Variables, _factor) = (variables, factor);
        for (int i = 0; i < variables.Count; i++) _place[variables[i]] = i;
        _index = [.. variables.Select(StableHash.Of)];
    }

    public IReadOnlyList<string> Variables { get; }

    /// <summary>No variable goes with another.</summary>
    public static Copula Independent { get; } = new([], null);

    /// <summary>Uniform numbers of all variables of a population for one person.</summary>
    /// <returns>A function of a variable's name.</returns>
    public Func<string, double> Uniforms(KeyedStream stream)
    {
        double[] own = [.. _index.Select(i => stream.Normal(i))];
        double[] mixed = _factor?.Mix(own) ?? own;
        return variable => _place.TryGetValue(variable, out int i) ? Math.Clamp(NormalLaw.Cdf(mixed[i]), double.Epsilon, 1 - 1e-16) : stream.Uniform(StableHash.Of(variable));
    }

    /// <exception cref="InputException">An unknown variable, a number outside (−1, 1), or correlations that contradict each other.</exception>
    public static Copula Read(string path, PopulationTable population)
    {
        TsvTable table = TsvTable.Read(path, "a", "b", "rho", "source");
        List<string> variables = [];
        Dictionary<(int, int), double> rho = [];
        foreach (TsvRow r in table.Rows)
        {
            int a = Place(r, "a"), b = Place(r, "b");
            double value = r.Number("rho");
            if (a == b || !(Math.Abs(value) < 1)) throw r.Fault("rho", "two variables and a number between -1 and 1 are expected.");
            r.Required("source");
            if (!rho.TryAdd((Math.Max(a, b), Math.Min(a, b)), value)) throw r.Fault("a", "this pair stands twice; keep one row.");
        }
        double[,] matrix = new double[variables.Count, variables.Count];
        for (int i = 0; i < variables.Count; i++)
            for (int j = 0; j <= i; j++) matrix[i, j] = matrix[j, i] = i == j ? 1 : rho.GetValueOrDefault((i, j));
        if (variables.Count == 0) return Independent;
        return new Copula(variables, Cholesky.Of(matrix) ?? throw new InputException($"{path}: these correlations contradict each other (their matrix is not positive definite); lower the greatest of them."));

        int Place(TsvRow r, string column)
        {
            string name = r.Required(column);
            if (!population.Variables.Contains(name)) throw r.Fault(column, $"'{name}' is no variable of models/population.tsv.");
            int at = variables.IndexOf(name);
            if (at < 0)
            {
                at = variables.Count;
                variables.Add(name);
            }
            return at;
        }
    }
}
