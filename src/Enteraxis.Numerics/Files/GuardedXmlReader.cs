using System.Xml;

namespace Enteraxis.Numerics.Files;

/// <summary>Walks the elements of an XML document from a stranger, plain or gzipped, once and without keeping any: for documents of which little is wanted.</summary>
/// <remarks>The limits are those of <see cref="GuardedXml"/>, checked on the way, in what is skipped too. Text between tags is not given.</remarks>
/// <example><code>while (reader.Next()) if (reader.Name == "species") …</code></example>
public sealed class GuardedXmlReader : IDisposable
{
    private readonly byte[] _bytes;
    private readonly XmlReader _reader;
    private readonly XmlLimits _limits;
    private int _elements, _skipDepth = -1;

    private GuardedXmlReader(string file, byte[] bytes, XmlLimits limits)
    {
        (File, _bytes, _limits) = (file, bytes, limits);
        GuardedXml.CheckRuns(file, bytes, limits);
        _reader = GuardedXml.Open(bytes, limits, null);
    }

    /// <summary>The file as error sentences call it.</summary>
    public string File { get; }

    public string Name => _reader.LocalName;

    public string Namespace => _reader.NamespaceURI;

    /// <summary>Elements around this one.</summary>
    public int Depth => _reader.Depth;

    public int Line => ((IXmlLineInfo)_reader).LineNumber;

    /// <exception cref="InputException">Missing, unreadable or too large, packed or not.</exception>
    public static GuardedXmlReader Open(string path, XmlLimits? limits = null)
    {
        limits ??= new XmlLimits();
        string name = Path.GetFileName(path);
        return new GuardedXmlReader(name, GzipBytes.Unpack(name, InputBytes.Read(path, limits.Bytes), limits.Bytes), limits);
    }

    /// <summary>Goes to the next element; false at the document's end.</summary>
    /// <exception cref="InputException">Past a limit, or not well-formed.</exception>
    public bool Next()
    {
        try
        {
            while (_reader.Read())
            {
                if (_reader.NodeType != XmlNodeType.Element) continue;
                GuardedXml.CheckElement(File, _reader, ++_elements, _limits);
                if (_skipDepth >= 0 && _reader.Depth > _skipDepth) continue;
                _skipDepth = -1;
                return true;
            }
            return false;
        }
        catch (XmlException e)
        {
            throw GuardedXml.FaultOf(File, _bytes, e);
        }
    }

    /// <summary>The next element will be one that is not within this one.</summary>
    public void Skip() => _skipDepth = _reader.Depth;

    /// <summary>Null where there is none.</summary>
    public string? Attribute(string name) => _reader.GetAttribute(name);

    public string? Attribute(string name, string space) => _reader.GetAttribute(name, space);

    /// <summary>Every attribute of this element: its namespace, name and value; declarations of namespaces too.</summary>
    public IReadOnlyList<(string Namespace, string Name, string Value)> Attributes()
    {
        List<(string, string, string)> list = [];
        while (_reader.MoveToNextAttribute()) list.Add((_reader.NamespaceURI, _reader.LocalName, _reader.Value));
        _reader.MoveToElement();
        return list;
    }

    public InputException Fault(string what) => InputException.At(File, Line, 0, what);

    public void Dispose() => _reader.Dispose();
}
