using Enteraxis.Studies.Runs;

namespace Enteraxis.Studies.Tests.Runs;

public sealed class RunFolderTests : IDisposable
{
    private readonly ScratchFolder _scratch = new();

    private static readonly Dictionary<string, byte[]> Inputs = new() { ["inputs/person.yaml"] = [1, 2], ["inputs/table/t.tsv"] = [3] };

    private static RunManifest Manifest(ulong seed = 1) => new()
    {
        Study = "person", Version = "0", Seed = seed, Command = ["person"], Options = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["twins"] = "4", ["all"] = "no" },
        Inputs = [.. Inputs.Select(i => new HashedFile("input", i.Key, RunManifest.Hash(i.Value)))], Models = [],
    };

    private RunFolder Open(ulong seed = 1, string name = "run") => RunFolder.Open(_scratch[name], Manifest(seed), Inputs);

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void A_new_folder_holds_copies_of_the_inputs_and_the_manifest()
    {
        Open();
        Assert.Equal(["run/inputs/person.yaml", "run/inputs/table/t.tsv", "run/manifest.json"], _scratch.Files());
    }

    [Fact]
    public void A_folder_with_other_files_is_refused_and_left_alone()
    {
        _scratch.Write("run/thesis.txt", "mine");
        Assert.Contains("is not empty and holds no run; choose an empty or a new one", Installation.Fault(() => Open()), StringComparison.Ordinal);
        Assert.Equal(["run/thesis.txt"], _scratch.Files());
    }

    [Fact]
    public void A_file_in_place_of_the_folder_is_refused()
    {
        _scratch.Write("run", "a file");
        Assert.Contains("this is a file; choose a folder", Installation.Fault(() => Open()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_with_a_run_of_other_inputs_is_refused_and_left_alone()
    {
        Open().Chunks.Write("a", [1]);
        string before = File.ReadAllText(_scratch["run", "manifest.json"]);
        Assert.Contains("holds a run of other inputs, models or options; choose a new folder", Installation.Fault(() => Open(seed: 2)), StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(_scratch["run", "manifest.json"]));
        Assert.NotNull(Open().Chunks.Read("a"));
    }

    [Fact]
    public void The_same_run_goes_on_with_its_parts_and_without_half_written_files()
    {
        Open().Chunks.Write("a", [1, 2]);
        _scratch.Write("run/effects.tsv.part", "half");
        RunFolder again = Open();
        Assert.Equal([1.0, 2], again.Chunks.Get("a", () => throw new InvalidOperationException("computed again")));
        Assert.DoesNotContain(_scratch.Files(), f => f.EndsWith(".part", StringComparison.Ordinal));
    }

    [Fact]
    public void A_finished_run_lists_its_results_with_their_hashes_and_holds_no_parts()
    {
        RunFolder run = Open();
        run.Chunks.Write("a", [1]);
        run.Add("result", "b.tsv", "x\n1\n"u8);
        run.Add("result", "a.tsv", "old"u8);
        run.Add("result", "a.tsv", "new"u8);
        run.Finish();
        RunManifest read = RunManifest.Read(_scratch["run", "manifest.json"]);
        Assert.Equal([("a.tsv", RunManifest.Hash("new"u8)), ("b.tsv", RunManifest.Hash("x\n1\n"u8))], read.Outputs.Select(o => (o.Path, o.Sha256)));
        Assert.Equal(Manifest().Key(), read.Key());
        Assert.False(Directory.Exists(_scratch["run", "chunks"]));
    }

    [Fact]
    public void Undoing_a_new_run_removes_the_folders_it_made_and_no_others()
    {
        _scratch.Write("kept.txt", "x");
        RunFolder run = Open(name: "a/b/run");
        run.Chunks.Write("c", [1]);
        run.Add("result", "r.tsv", "x"u8);
        new RunLog(run.Path, TimeProvider.System).Write("line");
        run.Undo();
        Assert.Equal([_scratch["kept.txt"]], Directory.GetFileSystemEntries(_scratch.Path));
    }

    [Fact]
    public void Undoing_a_run_in_an_empty_folder_leaves_it_empty()
    {
        Directory.CreateDirectory(_scratch["run"]);
        RunFolder run = Open();
        new RunLog(run.Path, TimeProvider.System).Write("line");
        run.Undo();
        Assert.Empty(Directory.GetFileSystemEntries(_scratch["run"]));
    }

    [Fact]
    public void Undoing_keeps_what_a_person_put_beside_the_run()
    {
        RunFolder run = Open();
        _scratch.Write("run/notes.txt", "mine");
        run.Undo();
        Assert.Equal(["run/notes.txt"], _scratch.Files());
    }
}
