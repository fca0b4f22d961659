using System.Text;
using Enteraxis.Numerics.Files;

namespace Enteraxis.Microbiome.Tests.Import;

/// <summary>Artifacts of QIIME 2 made for tests.</summary>
internal static class Artifacts
{
    public const string Root = "5e1d0e5c-0000-4000-8000-000000000001";

    public static byte[] Make(string type, string entry, byte[] content) => Zip(
        ($"{Root}/VERSION", "QIIME 2\narchive: 5\nframework: 2024.5.0\n"u8.ToArray()),
        ($"{Root}/metadata.yaml", Encoding.UTF8.GetBytes($"uuid: {Root}\ntype: {type}\nformat: SomeDirFmt\n")),
        ($"{Root}/provenance/metadata.yaml", "uuid: x\ntype: Other\n"u8.ToArray()),
        ($"{Root}/data/{entry}", content));

    public static byte[] Zip(params (string Name, byte[] Content)[] entries)
    {
        ZipArchiveWriter writer = new();
        foreach ((string name, byte[] content) in entries) writer.Add(name, content);
        return writer.ToBytes();
    }
}
