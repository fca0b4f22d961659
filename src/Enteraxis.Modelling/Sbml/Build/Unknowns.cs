using Enteraxis.Modelling.Expressions;

namespace Enteraxis.Modelling.Sbml.Build;

/// <summary>Unknowns of algebraic equations: solved for by formula where the equation is linear in its unknown, else left to the solver as algebraic states.</summary>
/// <remarks>
/// Until all equations are built an unknown stands as a state far beyond the real ones; <see cref="Solve"/> says what to put in its place.
/// Solving by formula keeps the model an ordinary differential equation, exact at every instant, whatever events do.
/// </remarks>
internal sealed class Unknowns(ExpressionGraph graph)
{
    private const int Beyond = 1 << 24;

    private readonly List<(string Name, Expr Placeholder)> _list = [];

    public int Count => _list.Count;

    public Expr Add(string name)
    {
        Expr placeholder = graph.State(Beyond + _list.Count);
        _list.Add((name, placeholder));
        return placeholder;
    }

    /// <param name="residuals">Of each unknown in order: the expression that is zero.</param>
    /// <param name="firstState">Slot of the first state that is left to the solver.</param>
    /// <returns>What stands for each placeholder, and the unknowns that remain with their residuals, both free of placeholders.</returns>
    public (IReadOnlyDictionary<Expr, Expr> Replacements, IReadOnlyList<(int Unknown, Expr Residual)> Left) Solve(IReadOnlyList<Expr> residuals, int firstState)
    {
        Dictionary<Expr, Expr> solved = [];
        List<int> left = [];
        Expr[] open = [.. residuals];
        for (int i = 0; i < open.Length; i++)
        {
            Expr unknown = _list[i].Placeholder;
            Expr residual = Substitution.Replace(graph, open[i], solved);
            Expr slope = Derivative.Of(graph, residual, unknown);
            if (graph.IsConstant(slope, 0) || Mentions(slope, unknown)) { left.Add(i); continue; }
            Expr rest = Substitution.Replace(graph, residual, new Dictionary<Expr, Expr> { [unknown] = graph.Zero });
            Expr value = graph.Negate(graph.Divide(rest, slope));
            Dictionary<Expr, Expr> step = new() { [unknown] = value };
            foreach (Expr known in solved.Keys.ToArray()) solved[known] = Substitution.Replace(graph, solved[known], step);
            solved[unknown] = value;
        }
        for (int k = 0; k < left.Count; k++)
        {
            Dictionary<Expr, Expr> slot = new() { [_list[left[k]].Placeholder] = graph.State(firstState + k) };
            foreach (Expr known in solved.Keys.ToArray()) solved[known] = Substitution.Replace(graph, solved[known], slot);
            solved[_list[left[k]].Placeholder] = graph.State(firstState + k);
        }
        return (solved, [.. left.Select(i => (i, Substitution.Replace(graph, open[i], solved)))]);
    }

    public string NameOf(int unknown) => _list[unknown].Name;

    private bool Mentions(Expr e, Expr unknown) => Traversal.PostOrder(graph, e).Contains(unknown);
}
