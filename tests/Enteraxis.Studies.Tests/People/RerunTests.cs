using Enteraxis.Studies.People;
using Enteraxis.Studies.Runs;

namespace Enteraxis.Studies.Tests.People;

/// <summary>What a manifest must hold before a run is made again.</summary>
public sealed class RerunTests : IDisposable
{
    private readonly SmallStudy _study = new();

    public RerunTests() => _study.Run("run", seed: 7);

    public void Dispose() => _study.Dispose();

    private string Manifest => _study.Folder["run", "manifest.json"];

    private PersonStudyRequest Again() => StudyInputs.Again(Manifest, _study.Folder["again"], _study.Folder.Path);

    [Fact]
    public void The_request_comes_back_with_the_copies_of_its_inputs()
    {
        PersonStudyRequest again = Again();
        Assert.Equal((7UL, 20, "S1", false), (again.Seed, again.Twins, again.SampleId, again.All));
        Assert.Equal(File.ReadAllText(_study.Folder["person.yaml"]), File.ReadAllText(again.QuestionnairePath));
        Assert.StartsWith(_study.Folder["run"], again.TablePath, StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_copy_a_changed_model_and_another_version_are_refused_by_name()
    {
        string model = _study.Folder["models", "presets.tsv"], text = File.ReadAllText(model);
        File.AppendAllText(model, "well\tstart\t1\n");
        Assert.Contains("models/presets.tsv: this file is not what it was", Installation.Fault(() => Again()), StringComparison.Ordinal);
        File.WriteAllText(model, text);
        string manifest = File.ReadAllText(Manifest);
        File.WriteAllText(Manifest, manifest.Replace($"\"version\": \"{StudyInputs.Version}\"", "\"version\": \"0.0.1\"", StringComparison.Ordinal));
        Assert.Contains("made by version 0.0.1", Installation.Fault(() => Again()), StringComparison.Ordinal);
        File.WriteAllText(Manifest, manifest);
        File.AppendAllText(_study.Folder["run", "inputs", "person.yaml"], "# more\n");
        Assert.Contains("inputs/person.yaml: the copy in the run folder is missing or was changed", Installation.Fault(() => Again()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"twins\": \"20\"", "\"twins\": \"many\"", "twins")]
    [InlineData("\"twins\": ", "\"twinz\": ", "twins")]
    [InlineData("\"table\": ", "\"tabel\": ", "table")]
    public void A_damaged_option_gets_a_sentence(string from, string to, string option)
    {
        File.WriteAllText(Manifest, File.ReadAllText(Manifest).Replace(from, to, StringComparison.Ordinal));
        Assert.Contains($"the entry '{option}' is missing or damaged", Installation.Fault(() => Again()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"table\": \"inputs/table/", "\"table\": \"../../inputs/table/", "table")]
    [InlineData("\"path\": \"inputs/person.yaml\"", "\"path\": \"inputs/../../person.yaml\"", "inputs/../../person.yaml")]
    public void A_manifest_opens_nothing_outside_its_folder(string from, string to, string entry)
    {
        string manifest = File.ReadAllText(Manifest), changed = manifest.Replace(from, to, StringComparison.Ordinal);
        Assert.NotEqual(manifest, changed);
        File.WriteAllText(Manifest, changed);
        Assert.Contains($"the entry '{entry}' is missing or damaged", Installation.Fault(() => Again()), StringComparison.Ordinal);
    }

    [Fact]
    public void The_folder_of_the_first_run_is_refused() =>
        Assert.Contains("the folder of the first run", Installation.Fault(() => StudyInputs.Again(Manifest, _study.Folder["run"] + "/", _study.Folder.Path)), StringComparison.Ordinal);

    [Fact]
    public void The_manifest_lists_every_result_with_the_hash_of_its_bytes()
    {
        RunManifest manifest = RunManifest.Read(Manifest);
        Assert.Equal(14, manifest.Outputs.Count);
        Assert.All(manifest.Outputs, o => Assert.Equal(o.Sha256, RunManifest.HashOf(_study.Folder["run", o.Path])));
        Assert.DoesNotContain(_study.Folder.Path, File.ReadAllText(Manifest), StringComparison.Ordinal);
    }
}
