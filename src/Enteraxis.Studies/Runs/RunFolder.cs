using Enteraxis.Numerics;

namespace Enteraxis.Studies.Runs;

/// <summary>
/// A folder for one run: manifest.json, inputs/ (copies), chunks/ (while it runs), results, run.log (the only file that may tell of clocks and hosts).
/// </summary>
public sealed class RunFolder
{
    // Folders that were not there before, innermost first.
    private readonly IReadOnlyList<string> _created;

    private RunFolder(string path, IReadOnlyList<string> created, RunManifest manifest, ChunkStore chunks) => (Path, _created, Manifest, Chunks) = (path, created, manifest, chunks);

    public string Path { get; }
    public RunManifest Manifest { get; private set; }
    public ChunkStore Chunks { get; }

    /// <summary>Opens a new folder, or goes on with one that holds the same run.</summary>
    /// <param name="inputs">Source files by their path under inputs/.</param>
    /// <exception cref="FolderTakenException">The folder holds another run.</exception>
    /// <exception cref="InputException">The folder holds something else.</exception>
    public static RunFolder Open(string path, RunManifest manifest, IReadOnlyDictionary<string, byte[]> inputs)
    {
        string manifestPath = System.IO.Path.Combine(path, RunManifest.FileName);
        List<string> created = [];
        for (string? d = System.IO.Path.GetFullPath(path); d is not null && !Directory.Exists(d); d = System.IO.Path.GetDirectoryName(d)) created.Add(d);
        if (File.Exists(path)) throw new InputException($"{path}: this is a file; choose a folder.");
        if (created.Count == 0 && Directory.EnumerateFileSystemEntries(path).Any())
        {
            if (!File.Exists(manifestPath)) throw new InputException($"{path}: the folder is not empty and holds no run; choose an empty or a new one.");
            if (RunManifest.Read(manifestPath).Key() != manifest.Key())
                throw new FolderTakenException($"{path}: the folder holds a run of other inputs, models or options; choose a new folder.");
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

    /// <summary>The same for what is too large to be held as bytes first, in a folder of its own where its name has one.</summary>
    public void Add(string role, string name, Action<Stream> write)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(PathOf(name))!);
        AtomicFile.Write(PathOf(name), write);
        using FileStream stream = File.OpenRead(PathOf(name));
        HashedFile entry = new(role, name, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(stream)));
        Manifest = Manifest with { Outputs = [.. Manifest.Outputs.Where(o => o.Path != name).Append(entry).OrderBy(o => o.Path, StringComparer.Ordinal)] };
    }

    /// <summary>Writes the manifest with its outputs and removes the parts.</summary>
    public void Finish()
    {
        AtomicFile.Write(PathOf(RunManifest.FileName), Manifest.ToJson());
        Chunks.Clear();
    }

    /// <summary>After bad input that shows late: as if nothing had been written. Files that are not the run's stay.</summary>
    public void Undo()
    {
        Chunks.Clear();
        foreach (string name in Manifest.Inputs.Concat(Manifest.Outputs).Select(f => f.Path).Concat([RunLog.FileName, RunManifest.FileName])) File.Delete(PathOf(name));
        IEnumerable<string> inner = Directory.Exists(Path) ? Directory.EnumerateDirectories(Path, "*", SearchOption.AllDirectories).OrderByDescending(d => d.Length).ToArray() : [];
        foreach (string folder in inner.Concat(_created))
            if (Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any()) Directory.Delete(folder);
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
