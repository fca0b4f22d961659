using System.Globalization;
using System.IO.Compression;
using System.Text;
using Enteraxis.Microbiome.Ecology.Distances;

namespace Enteraxis.Studies.GutCohorts;

/// <summary>A distance matrix as a square table with ids above and beside, gzipped: what scikit-bio, R and QIIME 2 read.</summary>
internal static class DistanceText
{
    public static void Write(DistanceMatrix distances, Stream target)
    {
        using GZipStream gzip = new(target, CompressionLevel.Fastest, leaveOpen: true);
        using StreamWriter text = new(gzip, new UTF8Encoding(false), 1 << 16) { NewLine = "\n" };
        foreach (string id in distances.Ids)
        {
            text.Write('\t');
            text.Write(Plain(id));
        }
        text.WriteLine();
        Span<char> cell = stackalloc char[32];
        for (int i = 0; i < distances.Count; i++)
        {
            text.Write(Plain(distances.Ids[i]));
            for (int j = 0; j < distances.Count; j++)
            {
                text.Write('\t');
                distances[i, j].TryFormat(cell, out int length, "R", CultureInfo.InvariantCulture);
                text.Write(cell[..length]);
            }
            text.WriteLine();
        }
    }

    private static string Plain(string id) => id.Replace('\t', ' ').Replace('\n', ' ').Replace('\r', ' ');
}
