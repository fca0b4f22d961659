namespace Enteraxis.Numerics.LinearAlgebra;

/// <summary>Places of the entries of a square matrix by rows: row i owns the entries RowStarts[i] … RowStarts[i+1] − 1 of Columns, ascending.</summary>
public sealed class SparsePattern
{
    public SparsePattern(int size, int[] rowStarts, int[] columns)
    {
        if (rowStarts.Length != size + 1 || rowStarts[size] != columns.Length)
            throw new ArgumentException("Row starts do not fit the columns.", nameof(rowStarts));
        (Size, RowStarts, Columns) = (size, rowStarts, columns);
    }

    public int Size { get; }
    public int[] RowStarts { get; }
    public int[] Columns { get; }
    public int Count => Columns.Length;

    /// <summary>From (row, column) pairs in any order, each once; the values later follow row by row, ascending columns.</summary>
    public static SparsePattern FromEntries(int size, IEnumerable<(int Row, int Column)> entries)
    {
        List<(int Row, int Column)> sorted = [.. entries.Distinct().Order()];
        int[] starts = new int[size + 1];
        foreach ((int row, _) in sorted) starts[row + 1]++;
        for (int i = 0; i < size; i++) starts[i + 1] += starts[i];
        return new SparsePattern(size, starts, [.. sorted.Select(e => e.Column)]);
    }
}
