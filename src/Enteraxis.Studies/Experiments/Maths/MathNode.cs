namespace Enteraxis.Studies.Experiments.Maths;

/// <summary>A formula of an experiment (an observable, a noise model, a data generator, a change), apart from any model.</summary>
/// <remarks>Operators are calls by their MathML names (plus, times, power, lt, and, piecewise, …), so that text and MathML share one form.</remarks>
public abstract record MathNode
{
    /// <summary>Names that the formula reads, each once, in the order in which they stand.</summary>
    public IReadOnlyList<string> Names()
    {
        List<string> names = [];
        Collect(this, names);
        return names;
    }

    private static void Collect(MathNode node, List<string> names)
    {
        if (node is MathName n && !names.Contains(n.Name)) names.Add(n.Name);
        if (node is MathCall c)
            foreach (MathNode a in c.Arguments) Collect(a, names);
    }
}

public sealed record MathNumber(double Value) : MathNode;

public sealed record MathName(string Name) : MathNode;

/// <param name="Function">A name of <see cref="MathFunctions"/>.</param>
public sealed record MathCall(string Function, IReadOnlyList<MathNode> Arguments) : MathNode;
