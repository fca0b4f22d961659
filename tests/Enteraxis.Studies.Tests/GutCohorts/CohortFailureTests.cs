using Enteraxis.Studies.GutCohorts;

namespace Enteraxis.Studies.Tests.GutCohorts;

public sealed class CohortFailureTests
{
    [Fact]
    public void What_is_stopped_late_takes_back_what_was_written()
    {
        using ScratchFolder scratch = new();
        using CancellationTokenSource stop = new();
        int before = 0;
        Assert.ThrowsAny<OperationCanceledException>(() => CohortProfile.Run(Request(scratch["new", "out"]), phase =>
        {
            // The first distances lie in the folder when the second is told.
            if (phase.Contains(", 2 of ", StringComparison.Ordinal)) (before, _) = (Directory.EnumerateFiles(scratch["new", "out", "distances"]).Count(), Stop());
        }, stop.Token));
        Assert.Equal(1, before);
        Assert.False(Directory.Exists(scratch["new"]));

        bool Stop()
        {
            stop.Cancel();
            return true;
        }
    }

    [Fact]
    public void A_finished_folder_stays_when_the_same_run_is_stopped()
    {
        using ScratchFolder scratch = new();
        CohortProfile.Run(Request(scratch["out"]));
        string[] files = scratch.Files();
        using CancellationTokenSource stop = new();
        Assert.ThrowsAny<OperationCanceledException>(() => CohortProfile.Run(Request(scratch["out"]), phase =>
        {
            if (phase.Contains(", 2 of ", StringComparison.Ordinal)) stop.Cancel();
        }, stop.Token));
        Assert.Equal(files, scratch.Files());
    }

    private static CohortRequest Request(string folder) => new() { TablePath = Installation.PathOf("examples", "feature-table.tsv"), OutDir = folder, RootPath = Installation.Root, Permutations = 9 };
}
