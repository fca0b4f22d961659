using Enteraxis.Numerics;
using Enteraxis.Numerics.Tables;

namespace Enteraxis.Studies.Fermentation;

/// <summary>Which way each transit marker points, from models/gut/stool_markers.tsv.</summary>
public static class MarkerDirections
{
    /// <returns>By marker: 1 for slow transit, −1 for fast.</returns>
    /// <exception cref="InputException">A row without a direction or a source, or a marker that points both ways.</exception>
    public static IReadOnlyDictionary<string, int> Read(string path)
    {
        Dictionary<string, int> directions = new(StringComparer.Ordinal);
        foreach (TsvRow r in TsvTable.Read(path, "marker", "direction", "source").Rows)
        {
            r.Required("source");
            int direction = r.Choice("direction", "slow", "fast") == "slow" ? 1 : -1;
            if (!directions.TryAdd(r.Required("marker"), direction) && directions[r["marker"]] != direction) throw r.Fault("direction", "the marker points both ways; keep one.");
        }
        return directions;
    }
}
