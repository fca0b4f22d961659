using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Enteraxis.Numerics.Text;

namespace Enteraxis.Numerics.Files;

/// <summary>Reads XML from strangers: no document type, no entities of its own, nothing fetched, and the limits of <see cref="XmlLimits"/>.</summary>
/// <remarks>
/// The document is walked once without keeping anything; only one that stays within the limits is built, with line numbers
/// (<see cref="LineOf"/>). White space between elements is dropped, comments and processing instructions too.
/// </remarks>
public static class GuardedXml
{
    /// <exception cref="InputException">Missing, unreadable, past a limit, or not well-formed; one sentence with the line.</exception>
    public static XDocument Load(string path, XmlLimits? limits = null)
    {
        limits ??= new XmlLimits();
        return Parse(path, InputBytes.Read(path, limits.Bytes), limits);
    }

    /// <param name="name">What error sentences call the document.</param>
    public static XDocument Parse(string name, string text, XmlLimits? limits = null) => Parse(name, Encoding.UTF8.GetBytes(text), limits, Encoding.UTF8);

    /// <param name="name">What error sentences call the document.</param>
    public static XDocument Parse(string name, byte[] bytes, XmlLimits? limits = null) => Parse(name, bytes, limits, null);

    /// <summary>The line of an element or attribute of a document that was read here; 0 where it was made otherwise.</summary>
    public static int LineOf(XObject node) => ((IXmlLineInfo)node).HasLineInfo() ? ((IXmlLineInfo)node).LineNumber : 0;

    private static XDocument Parse(string name, byte[] bytes, XmlLimits? limits, Encoding? encoding)
    {
        limits ??= new XmlLimits();
        if (bytes.Length > limits.Bytes) throw InputBytes.TooLarge(name, limits.Bytes);
        CheckRuns(name, bytes, limits);
        try
        {
            using (XmlReader scan = Open(bytes, limits, encoding)) Walk(name, scan, limits);
            using XmlReader reader = Open(bytes, limits, encoding);
            return XDocument.Load(reader, LoadOptions.SetLineInfo);
        }
        catch (XmlException e)
        {
            throw FaultOf(name, bytes, e);
        }
        // What the library throws for encodings that it does not know.
        catch (Exception e) when (e is ArgumentException or NotSupportedException or InvalidOperationException)
        {
            throw InputException.At(name, 1, 0, "the encoding of this XML is not known here; save it as UTF-8.");
        }
    }

    internal static InputException FaultOf(string name, byte[] bytes, XmlException e) => InputException.At(name, Math.Max(DocumentTypeLine(e, bytes), e.LineNumber), 0, Reason(e));

    internal static XmlReader Open(byte[] bytes, XmlLimits limits, Encoding? encoding)
    {
        XmlReaderSettings settings = new()
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = limits.Bytes,
            MaxCharactersFromEntities = 1024,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            IgnoreWhitespace = true,
            CloseInput = true,
        };
        MemoryStream stream = new(bytes, writable: false);
        return encoding is null ? XmlReader.Create(stream, settings) : XmlReader.Create(new StreamReader(stream, encoding), settings);
    }

    // The library takes a tag or text as one piece of memory, so its length is checked on the bytes.
    internal static void CheckRuns(string name, byte[] bytes, XmlLimits limits)
    {
        int begin = 0;
        for (int at = 0; at <= bytes.Length; at++)
        {
            if (at < bytes.Length && bytes[at] != '<') continue;
            if (at - begin > limits.BytesBetweenTags) throw Past(name, LineAt(bytes, begin), $"a tag or text of more than {Count(limits.BytesBetweenTags)} bytes begins here");
            begin = at;
        }
    }

    private static void Walk(string name, XmlReader reader, XmlLimits limits)
    {
        int elements = 0;
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element) continue;
            CheckElement(name, reader, ++elements, limits);
        }
    }

    /// <summary>Of the element at which the reader stands, and leaves it there.</summary>
    internal static void CheckElement(string name, XmlReader reader, int elements, XmlLimits limits)
    {
        int line = ((IXmlLineInfo)reader).LineNumber;
        if (elements > limits.Elements) throw Past(name, line, $"the document has more than {Count(limits.Elements)} elements");
        if (reader.Depth >= limits.Depth) throw Past(name, line, $"elements are nested deeper than {Count(limits.Depth)} levels");
        if (reader.AttributeCount > limits.AttributesOfOneElement) throw Past(name, line, $"an element has more than {Count(limits.AttributesOfOneElement)} attributes");
        while (reader.MoveToNextAttribute())
            if (reader.Value.Length > limits.AttributeCharacters) throw Past(name, line, $"an attribute has more than {Count(limits.AttributeCharacters)} characters");
        reader.MoveToElement();
    }

    private static int LineAt(byte[] bytes, int index) => 1 + bytes.AsSpan(0, index).Count((byte)'\n');

    // The library names no line for it.
    private static int DocumentTypeLine(XmlException e, byte[] bytes) =>
        IsDocumentType(e) ? LineAt(bytes, Math.Max(0, bytes.AsSpan().IndexOf("<!DOCTYPE"u8))) : 1;

    private static bool IsDocumentType(XmlException e) => e.Message.Contains("DTD", StringComparison.Ordinal);

    private static string Reason(XmlException e)
    {
        string text = e.Message;
        if (IsDocumentType(e)) return "a document type (<!DOCTYPE …>) stands here; it is never read, as it can make a small file huge or fetch others: delete it.";
        if (text.Contains("undeclared entity", StringComparison.Ordinal)) return "an entity (&name;) stands here that XML does not know by itself; write the character.";
        int place = text.LastIndexOf(" Line ", StringComparison.Ordinal);
        return $"this is no well-formed XML: {Echo.Of(place > 0 ? text[..place] : text, 200).TrimEnd('.', ' ')}; repair it there or export the file again.";
    }

    private static InputException Past(string name, int line, string what) =>
        InputException.At(name, line, 0, what + "; no model needs that, so it is not read: cut the document, or export it again.");

    private static string Count(int n) => n.ToString("N0", CultureInfo.InvariantCulture);
}
