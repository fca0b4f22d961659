using System.Text;
using Enteraxis.Numerics.Files;
using Enteraxis.Studies.Omex;

namespace Enteraxis.Studies.Tests.Omex;

public sealed class OmexArchiveTests
{
    private static readonly OmexArchive Sample = new()
    {
        Entries = [new("simulation.sedml", OmexArchive.SedMlFormat, true, "<sedML/>"u8.ToArray()), new("models/model.xml", OmexArchive.SbmlFormat, false, "<sbml/>"u8.ToArray())],
        Metadata = new OmexMetadata { Title = "A run", Description = "x < y & z", Creators = ["Ada", "Émilie"] },
    };

    [Fact]
    public void An_archive_comes_back_as_it_was_and_packs_to_the_same_bytes()
    {
        using ScratchFolder folder = new();
        string path = folder["a.omex"];
        File.WriteAllBytes(path, Sample.ToBytes());
        OmexArchive read = OmexArchive.Read(path);
        Assert.Equal(Sample.Entries.Select(e => (e.Location, e.Format, e.IsMaster)), read.Entries.Where(e => e.Location != "metadata.rdf").Select(e => (e.Location, e.Format, e.IsMaster)));
        Assert.Equal(Sample.Entries[1].Content, read.Entries[1].Content);
        Assert.Equal((Sample.Metadata.Title, Sample.Metadata.Description), (read.Metadata.Title, read.Metadata.Description));
        Assert.Equal(Sample.Metadata.Creators, read.Metadata.Creators);
        Assert.Equal("simulation.sedml", read.Main!.Location);
        Assert.Equal(Sample.ToBytes(), read.ToBytes());
        read.Extract(folder.Path);
        Assert.Equal("<sbml/>", File.ReadAllText(folder["models", "model.xml"]));
    }

    [Theory]
    [InlineData("", "no manifest.xml")]
    [InlineData("<other/>", "no manifest")]
    [InlineData("<omexManifest><content location='./absent.xml' format='x'/></omexManifest>", "holds no './absent.xml'")]
    [InlineData("<omexManifest>\n<content location='a' format='x'/><content location='./a' format='x'/></omexManifest>", "line 2: './a' stands twice")]
    [InlineData("<omexManifest><content location='../a' format='x'/></omexManifest>", "holds no '../a'")]
    [InlineData("<!DOCTYPE x [<!ENTITY y 'z'>]><omexManifest/>", "document type")]
    public void A_manifest_that_does_not_fit_is_refused_in_one_sentence(string manifest, string part)
    {
        using ScratchFolder folder = new();
        ZipArchiveWriter zip = new();
        zip.Add("a", [1]);
        if (manifest.Length > 0) zip.Add("manifest.xml", Encoding.UTF8.GetBytes(manifest));
        File.WriteAllBytes(folder["a.omex"], zip.ToBytes());
        string message = Installation.Fault(() => OmexArchive.Read(folder["a.omex"]));
        Assert.Contains(part, message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }
}
