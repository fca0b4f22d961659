using Enteraxis.Modelling.Models;
using Enteraxis.Numerics;

namespace Enteraxis.Simulation.Compiled;

/// <summary>The order in which initial values can be computed: each after those that it reads.</summary>
internal static class InitialValues
{
    internal static IReadOnlyList<(QuantityKind Kind, int Index)> Order(Model model)
    {
        int parameters = model.Parameters.Count, total = parameters + model.States.Count;
        List<(QuantityKind, int)> order = new(total);
        byte[] mark = new byte[total]; // 0 not seen, 1 under way, 2 done
        for (int i = 0; i < total; i++) Visit(model, i, mark, order);
        return order;
    }

    /// <summary>Whether an initial value reads one of these states.</summary>
    internal static bool Read(Model model, int[] states) =>
        Reads.Of(model.Graph, [.. model.Parameters.Select(p => p.Initial), .. model.States.Select(s => s.Initial)]).States.Intersect(states).Any();

    private static void Visit(Model model, int i, byte[] mark, List<(QuantityKind, int)> order)
    {
        if (mark[i] == 2) return;
        int parameters = model.Parameters.Count;
        bool isParameter = i < parameters;
        string name = isParameter ? model.Parameters[i].Name : model.States[i - parameters].Name;
        if (mark[i] == 1) throw new InputException($"The initial value of '{name}' in the model '{model.Name}' depends on itself; give it a number.");
        mark[i] = 1;
        Reads reads = Reads.Of(model.Graph, [isParameter ? model.Parameters[i].Initial : model.States[i - parameters].Initial]);
        foreach (int p in reads.Parameters) Visit(model, p, mark, order);
        foreach (int s in reads.States) Visit(model, parameters + s, mark, order);
        mark[i] = 2;
        order.Add(isParameter ? (QuantityKind.Parameter, i) : (QuantityKind.State, i - parameters));
    }
}
