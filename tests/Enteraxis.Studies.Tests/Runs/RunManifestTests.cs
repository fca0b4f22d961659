using Enteraxis.Studies.Runs;

namespace Enteraxis.Studies.Tests.Runs;

public sealed class RunManifestTests
{
    private static readonly RunManifest Made = new()
    {
        Study = "person", Version = "0.1", Seed = ulong.MaxValue, Command = ["person", "inputs/person.yaml"],
        Options = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["sample"] = "S \"1\" é" }, Inputs = [new HashedFile("input", "inputs/a", "00")], Models = [new HashedFile("model", "models/a.ant", "11")],
    };

    private static RunManifest Read(string json)
    {
        using ScratchFolder folder = new();
        return RunManifest.Read(folder.Write("manifest.json", json));
    }

    [Fact]
    public void A_manifest_comes_back_as_it_was_written()
    {
        RunManifest read = Read((Made with { Outputs = [new HashedFile("result", "a.tsv", "22")] }).ToJson());
        Assert.Equal(Made.Key(), read.Key());
        Assert.Equal((Made.Seed, "S \"1\" é", "a.tsv"), (read.Seed, read.Options["sample"], Assert.Single(read.Outputs).Path));
    }

    [Fact]
    public void Everything_that_decides_the_numbers_moves_the_key_and_results_do_not()
    {
        string[] keys =
        [
            Made.Key(), (Made with { Seed = 1 }).Key(), (Made with { Version = "0.2" }).Key(), (Made with { Inputs = [new HashedFile("input", "inputs/a", "01")] }).Key(),
            (Made with { Models = [] }).Key(), (Made with { Options = new Dictionary<string, string> { ["sample"] = "S2" } }).Key(), (Made with { Study = "trial" }).Key(),
        ];
        Assert.Equal(keys.Length, keys.Distinct().Count());
        Assert.Equal(Made.Key(), (Made with { Outputs = [new HashedFile("result", "x", "33")] }).Key());
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"format\": \"enteraxis-run-1\"}")]
    [InlineData("{\"format\": \"another\"}")]
    [InlineData("\0\u0001")]
    public void What_is_no_manifest_gets_a_sentence(string json) => Assert.Contains("manifest", Installation.Fault(() => Read(json)), StringComparison.Ordinal);

    [Fact]
    public void A_manifest_with_a_part_missing_or_null_is_refused_before_it_is_used()
    {
        Assert.Contains("damaged", Installation.Fault(() => Read(Made.ToJson().Replace("\"seed\"", "\"sead\"", StringComparison.Ordinal))), StringComparison.Ordinal);
        Assert.Contains("damaged", Installation.Fault(() => Read(Made.ToJson().Replace("\"version\": \"0.1\"", "\"version\": null", StringComparison.Ordinal))), StringComparison.Ordinal);
        Assert.Contains("damaged", Installation.Fault(() => Read(Made.ToJson().Replace("\"study\": \"person\"", "\"inputs\": null, \"study\": \"person\"", StringComparison.Ordinal).Replace("\"inputs\": [", "\"inputz\": [", StringComparison.Ordinal))), StringComparison.Ordinal);
        Assert.Contains("is not there", Installation.Fault(() => RunManifest.Read("nowhere.json")), StringComparison.Ordinal);
    }
}
