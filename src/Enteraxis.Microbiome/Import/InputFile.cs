using System.Globalization;
using System.IO.Compression;
using Enteraxis.Numerics;

namespace Enteraxis.Microbiome.Import;

/// <summary>Opens a file from outside within the limits, unpacks gzip by content (not by name) and turns all faults of reading into sentences.</summary>
internal sealed class InputFile
{
    private readonly InputLimits _limits;
    private readonly Func<Stream> _raw;
    private readonly bool _packed;

    private InputFile(string name, Func<Stream> raw, InputLimits limits, byte[] head, bool packed) => (Name, _raw, _limits, Head, _packed) = (name, raw, limits, head, packed);

    /// <summary>As error sentences call it: the file's name, for a part of an archive with the archive's in front.</summary>
    public string Name { get; }

    /// <summary>The first bytes, unpacked.</summary>
    public byte[] Head { get; }

    public bool IsPacked => _packed;

    public static InputFile Open(string path, InputLimits limits)
    {
        string name = System.IO.Path.GetFileName(path);
        FileInfo info = new(path);
        if (Directory.Exists(path)) throw new InputException($"{name} is a folder; give the table file in it.");
        if (!info.Exists) throw new InputException($"{name} was not found; check the path of the table.");
        if (info.Length == 0) throw new InputException($"{name} is empty.");
        if (info.Length > limits.FileBytes)
            throw new InputException(string.Create(CultureInfo.InvariantCulture, $"{name} has {info.Length >> 20} MiB, more than the {limits.FileBytes >> 20} MiB that are read; cut it to the samples needed."));
        return Guard(name, () => Probe(name, () => File.OpenRead(path), info.Length, limits));
    }

    /// <summary>A part of an archive that is unpacked already.</summary>
    public static InputFile Of(string name, byte[] bytes, InputLimits limits)
    {
        if (bytes.Length == 0) throw new InputException($"{name} is empty.");
        return Guard(name, () => Probe(name, () => new MemoryStream(bytes, writable: false), bytes.Length, limits));
    }

    /// <summary>The bytes as they lie there, from which one may also read backwards.</summary>
    public Stream OpenRaw() => _raw();

    public Stream OpenStream()
    {
        Stream raw = _raw();
        return _packed ? new LimitedStream(new GZipStream(raw, CompressionMode.Decompress), raw, Name, _limits) : raw;
    }

    public TextLines OpenLines() => new(OpenStream(), Name, _limits.LineCharacters);

    /// <summary>Runs a reader; what the file system, gzip, text decoding or a library throws becomes one sentence.</summary>
    public T Guard<T>(Func<T> read) => Guard(Name, read);

    private static InputFile Probe(string name, Func<Stream> raw, long length, InputLimits limits)
    {
        byte[] magic = new byte[2];
        using Stream probe = raw();
        bool packed = probe.ReadAtLeast(magic, 2, throwOnEndOfStream: false) == 2 && magic is [0x1f, 0x8b];
        InputFile file = new(name, raw, limits, new byte[Math.Min(packed ? 4096 : length, 4096)], packed);
        using Stream stream = file.OpenStream();
        int got = stream.ReadAtLeast(file.Head, file.Head.Length, throwOnEndOfStream: false);
        return new InputFile(name, raw, limits, file.Head[..got], packed);
    }

    private static T Guard<T>(string name, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            throw new InputException($"{name} cannot be read: it is damaged, cut short or not open to you ({e.Message.TrimEnd('.')}); fetch it again.", e);
        }
    }

    private sealed class LimitedStream(Stream inner, Stream raw, string name, InputLimits limits) : Stream
    {
        private long _given;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => _given; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            int got = inner.Read(buffer);
            _given += got;
            if (_given > limits.UnpackedBytes || (_given > limits.RatioFromBytes && _given > limits.GzipRatio * Math.Max(1, raw.Position)))
                throw new InputException($"{name} unpacks to far more than a table of its size should; unpack it yourself, look at it, and give the plain file.");
            return got;
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing) inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
