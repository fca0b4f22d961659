using Enteraxis.Modelling.Expressions;

namespace Enteraxis.Modelling.Compilation;

/// <summary>∂f/∂y of the rates, as a row-compressed pattern with one expression an entry, and ∂f/∂t.</summary>
/// <param name="RowStart">Length n + 1.</param>
/// <param name="Columns">Ascending within a row.</param>
public sealed record SparseJacobian(int Size, int[] RowStart, int[] Columns, Expr[] Entries, Expr[] TimeDerivatives)
{
    public static SparseJacobian Of(ExpressionGraph graph, IReadOnlyList<Expr> rates, int states)
    {
        Differentiation[] by = [.. Enumerable.Range(0, states).Select(j => new Differentiation(graph, graph.State(j)))];
        Differentiation byTime = new(graph, graph.Time);
        int[] rowStart = new int[rates.Count + 1];
        List<int> columns = [];
        List<Expr> entries = [];
        Expr[] time = new Expr[rates.Count];
        for (int i = 0; i < rates.Count; i++)
        {
            Dependencies reads = Dependencies.Of(graph, rates[i]);
            foreach (int j in reads.States)
            {
                Expr entry = by[j].Of(rates[i]);
                if (entry == graph.Zero) continue;
                columns.Add(j);
                entries.Add(entry);
            }
            rowStart[i + 1] = columns.Count;
            time[i] = reads.Time ? byTime.Of(rates[i]) : graph.Zero;
        }
        return new SparseJacobian(states, rowStart, [.. columns], [.. entries], time);
    }
}
