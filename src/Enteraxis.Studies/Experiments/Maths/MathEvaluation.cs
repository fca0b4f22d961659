namespace Enteraxis.Studies.Experiments.Maths;

/// <summary>The value of a formula.</summary>
public static class MathEvaluation
{
    /// <param name="valueOf">Gives the value behind a name; what it throws for unknown names passes through.</param>
    public static double Of(MathNode node, Func<string, double> valueOf)
    {
        switch (node)
        {
            case MathNumber n: return n.Value;
            case MathName n: return valueOf(n.Name);
            case MathCall { Function: MathFunctions.Piecewise } p:
                for (int i = 0; i + 1 < p.Arguments.Count; i += 2)
                    if (Of(p.Arguments[i + 1], valueOf) != 0) return Of(p.Arguments[i], valueOf);
                return p.Arguments.Count % 2 == 1 ? Of(p.Arguments[^1], valueOf) : double.NaN;
            case MathCall c:
                double[] arguments = new double[c.Arguments.Count];
                for (int i = 0; i < arguments.Length; i++) arguments[i] = Of(c.Arguments[i], valueOf);
                return MathFunctions.Apply(c.Function, arguments);
            default: throw new InvalidOperationException(node.GetType().Name);
        }
    }
}
