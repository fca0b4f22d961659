using System.Runtime.InteropServices;

namespace Enteraxis.Microbiome.Ecology.Distances;

/// <summary>Sixteen rows side by side: a column's sixteen values lie next to each other, so that one entry of another row meets all of them by two loads.</summary>
/// <remarks>Columns that none of the sixteen holds share one line of zeros, which keeps the block within the nearest cache however many columns there are.</remarks>
internal sealed class LaneBlock(SparseRows rows)
{
    public const int Lanes = 16;

    // Line 0 holds zeros. The memory is pinned so that lines can begin where cache lines do.
    private readonly int[] _line = new int[rows.Columns];
    private double[] _memory = [];
    private int _offset, _lines;

    public int First { get; private set; }

    /// <summary>Where a column's sixteen values begin.</summary>
    public ReadOnlySpan<int> Lines => _line;

    public ReadOnlySpan<double> Cells => _memory.AsSpan(_offset, _lines * Lanes);

    public void Fill(int first)
    {
        First = first;
        Array.Clear(_line);
        int count = Math.Min(Lanes, rows.Count - first);
        _lines = 1;
        for (int lane = 0; lane < count; lane++)
            foreach (int c in rows.Column(first + lane))
                if (_line[c] == 0) _line[c] = checked(_lines++ * Lanes);
        Reserve();
        Span<double> cells = _memory.AsSpan(_offset, _lines * Lanes);
        cells.Clear();
        for (int lane = 0; lane < count; lane++)
        {
            ReadOnlySpan<int> column = rows.Column(first + lane);
            ReadOnlySpan<double> value = rows.Value(first + lane);
            for (int k = 0; k < column.Length; k++) cells[_line[column[k]] + lane] = value[k];
        }
    }

    private void Reserve()
    {
        int needed = (_lines + 1) * Lanes;
        if (_memory.Length >= needed) return;
        _memory = GC.AllocateUninitializedArray<double>(Math.Max(needed, _memory.Length + _memory.Length / 2), pinned: true);
        _offset = (int)((64 - Marshal.UnsafeAddrOfPinnedArrayElement(_memory, 0) % 64) % 64 / sizeof(double));
    }
}
