namespace Enteraxis.Studies.Runs;

/// <summary>run.log: how the run went (threads, timings, solver). Stands outside the manifest and its hashes.</summary>
public sealed class RunLog(string folder, TimeProvider clock)
{
    public const string FileName = "run.log";

    private readonly Lock _gate = new();
    private readonly string _path = Path.Combine(folder, FileName);

    public void Write(string line)
    {
        lock (_gate) File.AppendAllText(_path, FormattableString.Invariant($"{clock.GetUtcNow():yyyy-MM-dd HH:mm:ss} {line}\n"));
    }
}
