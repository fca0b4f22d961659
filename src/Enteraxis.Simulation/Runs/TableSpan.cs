using System.Runtime.InteropServices;

namespace Enteraxis.Simulation.Runs;

internal static class TableSpan
{
    /// <summary>All entries of a table, row by row.</summary>
    internal static Span<double> AsSpan(this double[,] table) =>
        table.Length == 0 ? [] : MemoryMarshal.CreateSpan(ref table[0, 0], table.Length);
}
