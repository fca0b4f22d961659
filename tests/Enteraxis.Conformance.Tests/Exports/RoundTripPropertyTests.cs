using CsCheck;
using Enteraxis.Modelling.Antimony;
using Enteraxis.Modelling.Antimony.Write;
using Enteraxis.Modelling.Models;
using Enteraxis.Modelling.Models.Forms;
using Enteraxis.Modelling.Sbml;
using Enteraxis.Modelling.Sbml.Write;

namespace Enteraxis.Conformance.Tests.Exports;

public sealed class RoundTripPropertyTests
{
    [Fact]
    public void Any_model_keeps_its_meaning_from_text_to_SBML_and_back_to_text()
    {
        using ScratchFolder scratch = new();
        int number = 0;
        GeneratedModels.Choices.Sample(choices =>
        {
            Model model = GeneratedModels.Build(choices);
            Model text = AntimonyReader.ReadText(AntimonyWriter.Write(model), "text.ant");
            Identifiers inText = AntimonyWriter.NamesOf(model);
            Same(model, text, n => inText[n]);
            // SBML has neither jumps nor drives: from here on they are events that draw.
            Model form = ThresholdForm.Of(text);
            Identifiers ids = SbmlWriter.NamesOf(form);
            Model sbml = SbmlReader.ReadFile(scratch.File($"{Interlocked.Increment(ref number)}.xml", SbmlWriter.Write(text)));
            Same(form, sbml, n => ids[n]);
            AntimonyOptions options = new() { PortableNames = true };
            Identifiers again = AntimonyWriter.NamesOf(sbml, options);
            Same(sbml, AntimonyReader.ReadText(AntimonyWriter.Write(sbml, options), "again.ant"), n => again[n]);
        }, iter: SharedArchive.Long ? 2000 : 200, threads: 1);
    }

    [Theory]
    [InlineData("axis")]
    [InlineData("axis-hours")]
    public void The_axis_keeps_its_meaning_as_text_and_as_SBML(string name)
    {
        using ScratchFolder scratch = new();
        Model model = Repository.Axis(name), text = AntimonyReader.ReadText(AntimonyWriter.Write(model), "text.ant");
        Same(model, text, n => n);
        Assert.Equal(model.Jumps.Select(j => j.Stream), text.Jumps.Select(j => j.Stream));
        Model form = ThresholdForm.Of(model);
        Identifiers ids = SbmlWriter.NamesOf(form);
        Same(form, SbmlReader.ReadFile(scratch.File("axis.xml", SbmlWriter.Write(model))), n => ids[n]);
        Same(form, SbmlReader.ReadFile(scratch.File("distrib.xml", SbmlWriter.Write(model, new SbmlOptions { Draws = DrawForm.Distrib }))), n => ids[n]);
    }

    private static void Same(Model a, Model b, Func<string, string> names) => Assert.Empty(new Meaning(a, b, names).Differences());
}
