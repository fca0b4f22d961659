using System.IO.Compression;
using System.Text;
using Enteraxis.Numerics.Files;

namespace Enteraxis.Numerics.Tests.Files;

public sealed class GuardedXmlReaderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("enteraxis-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Write(string name, byte[] bytes)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private static byte[] Packed(byte[] bytes)
    {
        using MemoryStream stream = new();
        using (GZipStream gzip = new(stream, CompressionLevel.SmallestSize)) gzip.Write(bytes);
        return stream.ToArray();
    }

    private string Fault(string name, byte[] bytes, XmlLimits? limits = null) => Assert.Throws<InputException>(() =>
    {
        using GuardedXmlReader xml = GuardedXmlReader.Open(Write(name, bytes), limits);
        while (xml.Next()) { }
    }).Message;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Elements_come_in_order_and_what_is_skipped_does_not(bool packed)
    {
        byte[] text = Encoding.UTF8.GetBytes("<a x='1'><b><c/><d>text</d></b><e y='2'/></a>");
        using GuardedXmlReader xml = GuardedXmlReader.Open(Write("m.xml", packed ? Packed(text) : text));
        List<string> names = [];
        while (xml.Next())
        {
            names.Add(xml.Name + (xml.Attribute("x") ?? xml.Attribute("y")));
            if (xml.Name == "b") xml.Skip();
        }
        Assert.Equal(["a1", "b", "e2"], names);
    }

    [Fact]
    public void A_small_file_that_unpacks_to_a_huge_one_is_refused() =>
        Assert.Contains("unpacks to more than", Fault("bomb.xml.gz", Packed(new byte[8 << 20]), new XmlLimits { Bytes = 1 << 20 }), StringComparison.Ordinal);

    [Fact]
    public void What_is_cut_short_or_damaged_is_refused_with_a_sentence()
    {
        byte[] whole = Packed(Encoding.UTF8.GetBytes("<a>" + string.Concat(Enumerable.Range(0, 2000).Select(i => $"<b i='{i}'/>")) + "</a>"));
        Assert.Contains("m.xml.gz", Fault("m.xml.gz", whole[..(whole.Length / 2)]), StringComparison.Ordinal);
        whole[whole.Length / 2] ^= 0x55;
        Assert.Contains("m.xml.gz", Fault("m.xml.gz", whole), StringComparison.Ordinal);
        Assert.Contains("line 2", Fault("m.xml", "<a>\n<b></a>"u8.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public void Limits_hold_in_what_is_skipped_too()
    {
        byte[] deep = Encoding.UTF8.GetBytes("<a><skip>" + string.Concat(Enumerable.Repeat("<n>", 300)) + string.Concat(Enumerable.Repeat("</n>", 300)) + "</skip></a>");
        string path = Write("deep.xml", deep);
        Assert.Contains("nested deeper", Assert.Throws<InputException>(() =>
        {
            using GuardedXmlReader xml = GuardedXmlReader.Open(path);
            while (xml.Next()) if (xml.Name == "skip") xml.Skip();
        }).Message, StringComparison.Ordinal);
        Assert.Contains("document type", Fault("d.xml", "<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>"u8.ToArray()), StringComparison.Ordinal);
        Assert.Contains("more than 10 elements", Fault("m.xml", Encoding.UTF8.GetBytes("<a>" + string.Concat(Enumerable.Repeat("<b/>", 20)) + "</a>"), new XmlLimits { Elements = 10 }), StringComparison.Ordinal);
    }
}
