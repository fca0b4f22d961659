using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using CsCheck;
using Enteraxis.Numerics.Files;

namespace Enteraxis.Numerics.Tests.Files;

public sealed class ZipArchiveFileTests
{
    [Fact]
    public void What_is_packed_comes_out_again_and_the_same_files_give_the_same_bytes()
    {
        byte[] Pack()
        {
            ZipArchiveWriter writer = new();
            writer.Add("model.xml", "<a/>"u8.ToArray());
            writer.Add("data/table.tsv", Encoding.UTF8.GetBytes(new string('0', 100_000)));
            return writer.ToBytes();
        }
        ZipArchiveFile archive = ZipArchiveFile.Parse("a.omex", Pack());
        Assert.Equal(["model.xml", "data/table.tsv"], archive.Entries);
        Assert.Equal("<a/>"u8.ToArray(), archive.Read("model.xml"));
        Assert.Equal(100_000, archive.Read("data/table.tsv").Length);
        Assert.Equal(Pack(), Pack());
        Assert.Contains("model.xml", Message(() => archive.Read("modl.xml")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../evil.txt", "leads out")]
    [InlineData("a/../../evil.txt", "leads out")]
    [InlineData("/etc/evil", "absolute")]
    [InlineData("C:/evil", "character")]
    [InlineData("..\\evil", "character")]
    [InlineData("a\u0001b", "character")]
    public void Names_that_lead_elsewhere_are_refused(string name, string part) => Assert.Contains(part, Refused(Pack((name, [1]))), StringComparison.Ordinal);

    [Fact]
    public void Doubled_names_and_files_below_files_are_refused()
    {
        Assert.Contains("twice", Refused(Pack(("a", [1]), ("a", [2]))), StringComparison.Ordinal);
        Assert.Contains("twice", Refused(Pack(("a", [1]), ("A", [2]))), StringComparison.Ordinal);
        Assert.Contains("twice", Refused(Pack(("a/b", [1]), ("a", [2]))), StringComparison.Ordinal);
        Assert.Contains("below", Refused(Pack(("a", [1]), ("a/b", [2]))), StringComparison.Ordinal);
        Assert.Contains("twice", Refused(Pack(("a", [1]), ("./a", [2]))), StringComparison.Ordinal);
    }

    [Fact]
    public void Links_are_refused()
    {
        using MemoryStream stream = new();
        using (ZipArchive archive = new(stream, ZipArchiveMode.Create, leaveOpen: true)) archive.CreateEntry("link").ExternalAttributes = unchecked((int)0xA1FF0000);
        Assert.Contains("link", Refused(stream.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_bomb_is_refused_before_it_is_unpacked()
    {
        byte[] bomb = Pack(("zeros", new byte[40 << 20]));
        Assert.True(bomb.Length < 100_000);
        Assert.Contains("far more", Refused(bomb), StringComparison.Ordinal);
        Assert.Contains("unpacks to more", Refused(bomb, new ZipLimits { EntryBytes = 1 << 20 }), StringComparison.Ordinal);
        Assert.Contains("unpack to more", Refused(bomb, new ZipLimits { Ratio = 1e6, TotalBytes = 1 << 20 }), StringComparison.Ordinal);
        Assert.Contains("2 entries", Refused(Pack(("a", [1]), ("b", [2])), new ZipLimits { Entries = 1 }), StringComparison.Ordinal);
    }

    [Fact]
    public void A_length_that_lies_is_found_when_the_entry_is_unpacked()
    {
        byte[] archive = Pack(("a", Encoding.UTF8.GetBytes(new string('x', 5000))));
        int directory = archive.AsSpan().LastIndexOf((ReadOnlySpan<byte>)[0x50, 0x4b, 1, 2]);
        foreach (uint lie in (uint[])[4000, 6000])
        {
            BinaryPrimitives.WriteUInt32LittleEndian(archive.AsSpan(directory + 24), lie);
            Assert.Contains("as long as", Message(() => ZipArchiveFile.Parse("a.omex", archive).Read("a")), StringComparison.Ordinal);
        }
        BinaryPrimitives.WriteUInt32LittleEndian(archive.AsSpan(directory + 24), 5000);
        archive[directory + 16] ^= 1;
        Assert.Contains("sum", Message(() => ZipArchiveFile.Parse("a.omex", archive).Read("a")), StringComparison.Ordinal);
    }

    [Fact]
    public void Entries_that_share_their_bytes_are_refused()
    {
        byte[] archive = Pack(("a", [1, 2, 3]), ("b", [1, 2, 3]));
        int second = archive.AsSpan().LastIndexOf((ReadOnlySpan<byte>)[0x50, 0x4b, 1, 2]);
        BinaryPrimitives.WriteUInt32LittleEndian(archive.AsSpan(second + 42), 0);
        Assert.Contains("shares", Refused(archive), StringComparison.Ordinal);
    }

    [Fact]
    public void Any_change_of_any_byte_gives_the_content_or_a_sentence()
    {
        byte[] good = Pack(("model.xml", Encoding.UTF8.GetBytes("<sbml>model model model</sbml>")), ("data/b.tsv", [1, 2, 3, 4]));
        Gen.Select(Gen.Int[0, good.Length - 1], Gen.Byte, Gen.Int[0, good.Length]).Sample((at, value, cut) =>
        {
            byte[] bad = [.. good];
            bad[at] = value;
            foreach (byte[] bytes in new[] { bad, bad[..cut] })
                try
                {
                    ZipArchiveFile archive = ZipArchiveFile.Parse("a.omex", bytes);
                    foreach (string entry in archive.Entries) archive.Read(entry);
                }
                catch (InputException e)
                {
                    Assert.DoesNotContain('\n', e.Message);
                }
        }, iter: 5000, seed: "0000KOIKNVr9");
    }

    private static byte[] Pack(params (string Name, byte[] Content)[] entries)
    {
        using MemoryStream stream = new();
        using (ZipArchive archive = new(stream, ZipArchiveMode.Create, leaveOpen: true))
            foreach ((string name, byte[] content) in entries)
            {
                using Stream target = archive.CreateEntry(name).Open();
                target.Write(content);
            }
        return stream.ToArray();
    }

    private static string Refused(byte[] archive, ZipLimits? limits = null) => Message(() => ZipArchiveFile.Parse("a.omex", archive, limits));

    private static string Message(Action action) => Assert.Throws<InputException>(action).Message;
}
