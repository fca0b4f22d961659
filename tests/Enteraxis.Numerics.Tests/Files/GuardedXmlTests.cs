using System.Diagnostics;
using System.Text;
using System.Xml.Linq;
using Enteraxis.Numerics.Files;

namespace Enteraxis.Numerics.Tests.Files;

public sealed class GuardedXmlTests
{
    [Fact]
    public void A_plain_document_keeps_its_elements_and_lines()
    {
        XDocument document = GuardedXml.Parse("a.xml", "<?xml version='1.0'?>\n<a>\n  <!-- c -->\n  <b x='1'>&lt;t</b>\n</a>");
        XElement b = document.Root!.Element("b")!;
        Assert.Equal("<t", b.Value);
        Assert.Equal(4, GuardedXml.LineOf(b));
        Assert.Equal(4, GuardedXml.LineOf(b.Attribute("x")!));
    }

    [Fact]
    public void Sixteen_bits_a_character_are_read_by_their_mark_of_order() =>
        Assert.Equal("ä", GuardedXml.Parse("a.xml", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("<?xml version='1.0' encoding='utf-16'?><a>ä</a>")]).Root!.Value);

    [Theory]
    [InlineData("<!DOCTYPE lolz [<!ENTITY lol \"lol\"><!ENTITY lol2 \"&lol;&lol;\">]>\n<a>&lol2;</a>", 1, "document type")]
    [InlineData("<?xml version='1.0'?>\n<!DOCTYPE a SYSTEM \"http://127.0.0.1:1/a.dtd\"><a/>", 2, "document type")]
    [InlineData("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>", 1, "document type")]
    [InlineData("<a>\n&x;</a>", 2, "entity")]
    [InlineData("<a>\n<b></a>", 2, "no well-formed XML")]
    [InlineData("", 1, "no well-formed XML")]
    [InlineData("plain", 1, "no well-formed XML")]
    [InlineData("<a/><b/>", 1, "no well-formed XML")]
    [InlineData("<?xml version='1.0' encoding='nonsense'?><a/>", 1, "XML")]
    public void Broken_and_hostile_documents_get_one_sentence_with_the_line(string text, int line, string part)
    {
        string message = Assert.Throws<InputException>(() => GuardedXml.Parse("a.xml", Encoding.UTF8.GetBytes(text))).Message;
        Assert.StartsWith($"a.xml, line {line}: ", message, StringComparison.Ordinal);
        Assert.Contains(part, message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }

    [Fact]
    public void Each_limit_is_met_in_one_sentence_and_within_it_nothing_is_refused()
    {
        XmlLimits limits = new() { Depth = 10, Elements = 100, AttributesOfOneElement = 5, AttributeCharacters = 50, BytesBetweenTags = 2000, Bytes = 20_000 };
        Refused(limits, "nested", string.Concat(Enumerable.Repeat("<a>", 11)) + string.Concat(Enumerable.Repeat("</a>", 11)));
        Read(limits, string.Concat(Enumerable.Repeat("<a>", 10)) + string.Concat(Enumerable.Repeat("</a>", 10)));
        Refused(limits, "elements", "<a>" + string.Concat(Enumerable.Repeat("<b/>", 100)) + "</a>");
        Read(limits, "<a>" + string.Concat(Enumerable.Repeat("<b/>", 99)) + "</a>");
        Refused(limits, "attributes", "<a " + string.Join(' ', Enumerable.Range(0, 6).Select(i => $"x{i}='1'")) + "/>");
        Refused(limits, "characters", $"<a x='{new string('y', 51)}'/>");
        Read(limits, $"<a x='{new string('y', 50)}'/>");
        Refused(limits, "tag or text", $"<a>{new string('y', 2001)}</a>");
        Refused(limits, "larger", $"<a>{string.Concat(Enumerable.Repeat("<b></b>", 3000))}</a>");
    }

    [Fact]
    public void A_hostile_document_as_large_as_may_be_is_refused_without_keeping_it()
    {
        byte[] deep = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<a>", 10_000_000)));
        byte[] many = Encoding.UTF8.GetBytes("<a>" + string.Concat(Enumerable.Repeat("<b/>", 10_000_000)) + "</a>");
        byte[] text = Encoding.UTF8.GetBytes("<a>" + new string('x', 40_000_000) + "</a>");
        foreach (byte[] bytes in new[] { deep, many, text })
        {
            Stopwatch watch = Stopwatch.StartNew();
            long before = GC.GetTotalAllocatedBytes();
            Assert.Throws<InputException>(() => GuardedXml.Parse("a.xml", bytes));
            // A tenth of a second on a free core; other work may hold it.
            Assert.InRange(watch.ElapsedMilliseconds, 0, 3000);
            Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 64 << 20);
        }
    }

    [Fact]
    public void A_file_that_is_missing_or_a_folder_gets_a_sentence()
    {
        Assert.Contains("not there", Assert.Throws<InputException>(() => GuardedXml.Load(Path.Combine(Path.GetTempPath(), "no", "such.xml"))).Message, StringComparison.Ordinal);
        Assert.Contains("folder", Assert.Throws<InputException>(() => GuardedXml.Load(Path.GetTempPath())).Message, StringComparison.Ordinal);
    }

    private static void Read(XmlLimits limits, string text) => Assert.NotNull(GuardedXml.Parse("a.xml", text, limits).Root);

    private static void Refused(XmlLimits limits, string part, string text) =>
        Assert.Contains(part, Assert.Throws<InputException>(() => GuardedXml.Parse("a.xml", text, limits)).Message, StringComparison.Ordinal);
}
