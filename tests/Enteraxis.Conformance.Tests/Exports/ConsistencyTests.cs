using Enteraxis.Conformance.Tests.PublicModels;
using Enteraxis.Modelling.Models;
using Enteraxis.Modelling.Models.Forms;
using Enteraxis.Modelling.Sbml.Write;
using Enteraxis.Simulation.Jumps;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Conformance.Tests.Exports;

public sealed class ConsistencyTests
{
    [Theory]
    [InlineData("axis")]
    [InlineData("axis-hours")]
    public void LibSBML_finds_no_error_in_the_exported_axis(string name)
    {
        Peer.Need("libsbml");
        // Its check takes some 20 seconds for a document of this size.
        if (name != "axis" && !SharedArchive.Long) Assert.Skip("The model on its clock of hours is checked in a long run only (ENTERAXIS_LONG=1).");
        using ScratchFolder scratch = new();
        Model model = Repository.Axis(name);
        SbmlOptions options = new()
        {
            Descriptions = ModelDescriptions.Of(name, ParameterTable.Read(Repository.PathOf("models", "parameters.tsv")), ReadoutTable.Read(Repository.PathOf("models", "readouts.tsv")),
                EvidenceTable.Read(Repository.PathOf("evidence", "evidence.tsv"))),
        };
        Model plain = PlainForm.Of(model, FixedHistory.Of(model, new Dictionary<string, double>(), seed: 1, endDays: 30));
        Check([scratch.File("law.xml", SbmlWriter.Write(model, options)), scratch.File("plain.xml", SbmlWriter.Write(plain, options))]);
        Assert.Contains("https://identifiers.org/doi:10.", SbmlWriter.Write(model, options), StringComparison.Ordinal);
    }

    [Fact]
    public void LibSBML_finds_no_error_in_public_models_written_as_SBML()
    {
        Peer.Need("libsbml");
        using ScratchFolder scratch = new();
        List<string> files = [];
        foreach (string file in PublicModel.Files())
            try
            {
                files.Add(scratch.File(Path.GetFileNameWithoutExtension(file) + ".xml", SbmlWriter.Write(PublicModel.Read(file))));
            }
            catch (Numerics.InputException)
            {
                // Counted by the round trip.
            }
        Check(files);
    }

    private static void Check(IReadOnlyList<string> files)
    {
        string[] lines = Peer.Script("check.py", [.. files]).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(files.Count, lines.Length);
        Assert.Empty(lines.Where(l => l.Split('\t')[1] != "0"));
    }
}
