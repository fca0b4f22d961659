using Enteraxis.Modelling.Expressions;
using Enteraxis.Modelling.Models;

namespace Enteraxis.Modelling.Sbml.Build;

/// <summary>Finds reactions whose changes are a sum of others' changes, by Gaussian elimination of the stoichiometric matrix.</summary>
/// <remarks>Only where all stoichiometries are numbers: those that parameters give stand for themselves.</remarks>
internal static class DependentColumns
{
    private const double Rounding = 1e-12;

    public static IReadOnlyList<(int Reaction, IReadOnlyList<(int Reaction, double Share)> Others)> Of(ExpressionGraph graph, IReadOnlyList<IReadOnlyList<ReactionChange>> changes)
    {
        // Each basis vector keeps how it was made of reactions, itself among them.
        List<(Dictionary<int, double> Vector, int Pivot, Dictionary<int, double> Made)> basis = [];
        List<(int, IReadOnlyList<(int, double)>)> dependent = [];
        for (int r = 0; r < changes.Count; r++)
        {
            if (changes[r].Any(c => !graph.IsConstant(c.By))) continue;
            Dictionary<int, double> vector = changes[r].ToDictionary(c => c.State, c => graph.ConstantValue(c.By)), made = new() { [r] = 1 };
            double scale = vector.Values.Select(Math.Abs).DefaultIfEmpty(0).Max();
            foreach ((Dictionary<int, double> b, int pivot, Dictionary<int, double> of) in basis)
            {
                if (!vector.TryGetValue(pivot, out double at) || at == 0) continue;
                double share = at / b[pivot];
                Subtract(vector, b, share);
                Subtract(made, of, share);
                vector[pivot] = 0;
            }
            int next = vector.Where(v => Math.Abs(v.Value) > Rounding * scale).Select(v => (int?)v.Key).FirstOrDefault() ?? -1;
            if (next >= 0) basis.Add((vector, next, made));
            else dependent.Add((r, [.. made.Where(m => m.Key != r).Select(m => (m.Key, -m.Value))]));
        }
        return dependent;
    }

    private static void Subtract(Dictionary<int, double> from, Dictionary<int, double> what, double share)
    {
        foreach ((int key, double value) in what) from[key] = from.GetValueOrDefault(key) - share * value;
    }
}
