using Enteraxis.Modelling.Models;
using Enteraxis.Numerics;
using Enteraxis.Numerics.LinearAlgebra;

namespace Enteraxis.Simulation.Compiled;

/// <summary>Which states are algebraic, and whether the equations can determine them at all.</summary>
internal static class AlgebraicPart
{
    /// <summary>Indices of algebraic states, ascending.</summary>
    /// <exception cref="InputException">By their structure alone some of them are not determined: the equations are of a higher index than 1, or too few.</exception>
    internal static int[] Of(Model model, SparsePattern jacobian)
    {
        int[] algebraic = [.. Enumerable.Range(0, model.States.Count).Where(i => model.States[i].IsAlgebraic)];
        if (algebraic.Length == 0) return algebraic;
        Dictionary<int, int> equationOf = []; // of an algebraic state: the residual's place
        foreach (int equation in algebraic) Assign(equation, jacobian, model, equationOf, []);
        string[] left = [.. algebraic.Where(i => !equationOf.ContainsKey(i)).Select(i => $"'{model.States[i].Name}'")];
        if (left.Length > 0)
            throw new InputException($"The algebraic equations of the model '{model.Name}' do not determine {string.Join(", ", left)}: they are of a higher index than 1; write equations that hold these quantities, or the equations' derivatives by time.");
        return algebraic;
    }

    // An augmenting path of a bipartite matching.
    private static bool Assign(int equation, SparsePattern jacobian, Model model, Dictionary<int, int> equationOf, HashSet<int> seen)
    {
        for (int e = jacobian.RowStarts[equation]; e < jacobian.RowStarts[equation + 1]; e++)
        {
            int state = jacobian.Columns[e];
            if (!model.States[state].IsAlgebraic || !seen.Add(state)) continue;
            if (equationOf.TryGetValue(state, out int other) && !Assign(other, jacobian, model, equationOf, seen)) continue;
            equationOf[state] = equation;
            return true;
        }
        return false;
    }
}
