namespace Enteraxis.Numerics.LinearAlgebra;

/// <summary>The symbolic half of a sparse LU of s·I − A: order, fill and the index program; made once, shared by all threads.</summary>
/// <remarks>
/// Pivots stay on the diagonal. The order is Markowitz's: each pivot has the least (row count − 1)(column count − 1) of what is left,
/// ties to the lower number: the unsymmetric sibling of minimum degree. For s·I − A with s of the size of an implicit solver's 1/(hγ) a
/// diagonal pivot is safe; where it is not, the numeric half reports a singular matrix and the solver takes a smaller step.
/// Reference: Duff, Erisman, Reid: Direct Methods for Sparse Matrices (2nd ed. 2017).
/// </remarks>
public sealed class SparseLuPlan
{
    internal readonly int[] Order;        // position in the elimination → row and column of A
    internal readonly int[] Starts;       // rows of L\U in elimination order
    internal readonly int[] Columns;      // positions, ascending within a row
    internal readonly int[] Diagonal;     // entry of the pivot of each row
    internal readonly int[] FromA;        // entry of A → entry of L\U
    internal readonly int[] Destinations; // for row i, each k < i in it, each entry of row k right of its pivot: the entry of row i it lands in

    public SparseLuPlan(SparsePattern a)
    {
        Pattern = a;
        int n = a.Size;
        HashSet<int>[] rows = new HashSet<int>[n], columns = new HashSet<int>[n];
        for (int i = 0; i < n; i++) (rows[i], columns[i]) = ([i], [i]);
        for (int i = 0; i < n; i++)
        {
            for (int e = a.RowStarts[i]; e < a.RowStarts[i + 1]; e++)
            {
                rows[i].Add(a.Columns[e]);
                columns[a.Columns[e]].Add(i);
            }
        }
        Order = Eliminate(n, rows, columns, out List<int>[] filled);
        int[] place = new int[n];
        for (int k = 0; k < n; k++) place[Order[k]] = k;

        Starts = new int[n + 1];
        Diagonal = new int[n];
        List<int> all = [];
        Dictionary<int, int>[] entryOf = new Dictionary<int, int>[n];
        for (int k = 0; k < n; k++)
        {
            int[] row = [.. filled[Order[k]].Select(c => place[c]).Order()];
            entryOf[k] = [];
            foreach (int c in row)
            {
                if (c == k) Diagonal[k] = all.Count;
                entryOf[k][c] = all.Count;
                all.Add(c);
            }
            Starts[k + 1] = all.Count;
        }
        Columns = [.. all];
        FromA = new int[a.Count];
        for (int i = 0; i < n; i++)
            for (int e = a.RowStarts[i]; e < a.RowStarts[i + 1]; e++)
                FromA[e] = entryOf[place[i]][place[a.Columns[e]]];
        List<int> destinations = [];
        for (int i = 0; i < n; i++)
            for (int e = Starts[i]; e < Diagonal[i]; e++)
                for (int u = Diagonal[Columns[e]] + 1; u < Starts[Columns[e] + 1]; u++)
                    destinations.Add(entryOf[i][Columns[u]]);
        Destinations = [.. destinations];
    }

    public SparsePattern Pattern { get; }
    public int Size => Order.Length;

    /// <summary>Entries of L and U together, fill included.</summary>
    public int FactorCount => Columns.Length;

    /// <summary>Multiply–subtract operations of one factorisation.</summary>
    public int OperationCount => Destinations.Length;

    private static int[] Eliminate(int n, HashSet<int>[] rows, HashSet<int>[] columns, out List<int>[] filled)
    {
        int[] order = new int[n];
        filled = new List<int>[n];
        for (int i = 0; i < n; i++) filled[i] = [];
        bool[] done = new bool[n];
        for (int step = 0; step < n; step++)
        {
            int pivot = -1;
            long least = long.MaxValue;
            for (int i = 0; i < n; i++)
            {
                if (done[i]) continue;
                long cost = (rows[i].Count - 1L) * (columns[i].Count - 1L);
                if (cost < least) (least, pivot) = (cost, i);
            }
            order[step] = pivot;
            done[pivot] = true;
            filled[pivot].AddRange(rows[pivot]);
            foreach (int column in rows[pivot]) columns[column].Remove(pivot);
            foreach (int row in columns[pivot])
            {
                filled[row].Add(pivot);
                rows[row].Remove(pivot);
                foreach (int column in rows[pivot])
                {
                    if (column != pivot && rows[row].Add(column)) columns[column].Add(row);
                }
            }
        }
        return order;
    }
}
