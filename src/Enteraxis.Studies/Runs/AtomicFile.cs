namespace Enteraxis.Studies.Runs;

/// <summary>Writes a file whole or not at all: into a neighbour first, then renamed over it.</summary>
public static class AtomicFile
{
    public const string TemporaryEnding = ".part";

    public static void Write(string path, ReadOnlySpan<byte> bytes)
    {
        string part = path + TemporaryEnding;
        try
        {
            using (FileStream stream = new(part, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                stream.Write(bytes);
                stream.Flush(flushToDisk: true);
            }
            File.Move(part, path, overwrite: true);
        }
        catch
        {
            File.Delete(part);
            throw;
        }
    }

    public static void Write(string path, string text) => Write(path, System.Text.Encoding.UTF8.GetBytes(text));

    /// <summary>For what is too large to be held as bytes first.</summary>
    /// <param name="write">Fills the stream, which can be read and sought in.</param>
    public static void Write(string path, Action<Stream> write)
    {
        string part = path + TemporaryEnding;
        try
        {
            using (FileStream stream = new(part, FileMode.Create, FileAccess.ReadWrite, FileShare.None))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }
            File.Move(part, path, overwrite: true);
        }
        catch
        {
            File.Delete(part);
            throw;
        }
    }
}
