using Enteraxis.Studies.Tests;

[assembly: AssemblyFixture(typeof(UnpackedArchives))]

namespace Enteraxis.Studies.Tests;

/// <summary>Removes the unpacked archives at the end of the run. Not on leaving the process: thousands of files take longer than a runner waits for that, and it would then call the run failed.</summary>
public sealed class UnpackedArchives : IDisposable
{
    public void Dispose() => SharedArchive.Clear();
}
