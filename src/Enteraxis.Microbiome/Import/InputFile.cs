using System.Globalization;
using System.IO.Compression;
using Enteraxis.Numerics;

namespace Enteraxis.Microbiome.Import;

/// <summary>Opens a file from outside within the limits, unpacks gzip by content (not by name) and turns all faults of reading into sentences.</summary>
internal sealed class InputFile
{
    private readonly InputLimits _limits;
    private readonly bool _packed;

    private InputFile(string path, InputLimits limits, byte[] head, bool packed) => (Path, _limits, Head, _packed) = (path, limits, head, packed);

    public string Path { get; }

    public string Name => System.IO.Path.GetFileName(Path);

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
        return Guard(name, () =>
        {
            byte[] magic = new byte[2];
            using FileStream probe = File.OpenRead(path);
            bool packed = probe.ReadAtLeast(magic, 2, throwOnEndOfStream: false) == 2 && magic is [0x1f, 0x8b];
            InputFile file = new(path, limits, new byte[Math.Min(packed ? 4096 : info.Length, 4096)], packed);
            using Stream stream = file.OpenStream();
            int got = stream.ReadAtLeast(file.Head, file.Head.Length, throwOnEndOfStream: false);
            return new InputFile(path, limits, file.Head[..got], packed);
        });
    }

    public Stream OpenStream()
    {
        FileStream raw = File.OpenRead(Path);
        return _packed ? new LimitedStream(new GZipStream(raw, CompressionMode.Decompress), raw, Name, _limits) : raw;
    }

    public TextLines OpenLines() => new(OpenStream(), Name, _limits.LineCharacters);

    /// <summary>Runs a reader; what the file system, gzip, text decoding or a library throws becomes one sentence.</summary>
    public T Guard<T>(Func<T> read) => Guard(Name, read);

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

    private sealed class LimitedStream(Stream inner, FileStream raw, string name, InputLimits limits) : Stream
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
