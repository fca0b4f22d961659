using Enteraxis.Numerics;

namespace Enteraxis.Studies.Runs;

/// <summary>
/// A folder for one run: manifest.json, inputs/ (copies), chunks/ (while it runs), results, run.log (the only file that may tell of clocks and hosts).
/// </summary>
public sealed class RunFolder
{
    private readonly bool _created;

    private RunFolder(string path, bool created, RunManifest manifest, ChunkStore chunks) => (Path, _created, Manifest, Chunks) = (path, created, manifest, chunks);

    public string Path { get; }
    public RunManifest Manifest { get; private set; }
    public ChunkStore Chunks { get; }

    /// <summary>Opens a new folder, or goes on with one that holds the same run.</summary>
    /// <param name="inputs">Source files by their path under inputs/.</param>
    /// <exception cref="InputException">The folder holds something else.</exception>
    public static RunFolder Open(string path, RunManifest manifest, IReadOnlyDictionary<string, byte[]> inputs)
    {
        string manifestPath = System.IO.Path.Combine(path, RunManifest.FileName);
        bool created = !Directory.Exists(path);
        if (!created && Directory.EnumerateFileSystemEntries(path).Any())
        {
            if (!File.Exists(manifestPath)) throw new InputException($"{path}: the folder is not empty and holds no run; choose an empty or a new one.");
            if (RunManifest.Read(manifestPath).Key() != manifest.Key())
                throw new InputException($"{path}: the folder holds a run of other inputs, models or options; choose a new folder.");
        }
        Directory.CreateDirectory(path);
        foreach (string part in Directory.EnumerateFiles(path, "*" + AtomicFile.TemporaryEnding)) File.Delete(part);
        foreach ((string name, byte[] bytes) in inputs)
        {
            string to = System.IO.Path.Combine(path, name);
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(to)!);
            AtomicFile.Write(to, bytes);
        }
        AtomicFile.Write(manifestPath, manifest.ToJson());
        return new RunFolder(path, created, manifest, new ChunkStore(System.IO.Path.Combine(path, "chunks"), manifest.Key()));
    }

    public string PathOf(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Writes a result and enters it in the manifest.</summary>
    public void Add(string role, string name, ReadOnlySpan<byte> bytes)
    {
        AtomicFile.Write(PathOf(name), bytes);
        HashedFile entry = new(role, name, RunManifest.Hash(bytes));
        Manifest = Manifest with { Outputs = [.. Manifest.Outputs.Where(o => o.Path != name).Append(entry).OrderBy(o => o.Path, StringComparer.Ordinal)] };
    }

    /// <summary>Writes the manifest with its outputs and removes the parts.</summary>
    public void Finish()
    {
        AtomicFile.Write(PathOf(RunManifest.FileName), Manifest.ToJson());
        Chunks.Clear();
    }

    /// <summary>After bad input that shows late: as if nothing had been written.</summary>
    public void Undo()
    {
        Chunks.Clear();
        if (_created && Directory.Exists(Path)) Directory.Delete(Path, recursive: true);
    }

    /// <summary>Enters a file that another part wrote (the report) in a finished run's manifest.</summary>
    public static void Register(string folder, string role, string name)
    {
        string manifestPath = System.IO.Path.Combine(folder, RunManifest.FileName);
        RunManifest manifest = RunManifest.Read(manifestPath);
        HashedFile entry = new(role, name, RunManifest.HashOf(System.IO.Path.Combine(folder, name)));
        AtomicFile.Write(manifestPath, (manifest with { Outputs = [.. manifest.Outputs.Where(o => o.Path != name).Append(entry).OrderBy(o => o.Path, StringComparer.Ordinal)] }).ToJson());
    }
}
