using Enteraxis.Modelling.Antimony;
using Enteraxis.Modelling.Antimony.Write;
using Enteraxis.Modelling.Models;
using Enteraxis.Numerics;

namespace Enteraxis.Conformance.Tests.PublicModels;

public sealed class RoundTripTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_public_model_written_as_text_reads_back_with_equal_meaning(bool portable)
    {
        AntimonyOptions options = new() { PortableNames = portable };
        string[] files = PublicModel.Files();
        List<string> refused = [], changed = [];
        foreach (string file in files)
            try
            {
                Model model = PublicModel.Read(file), again = AntimonyReader.ReadText(AntimonyWriter.Write(model, options), "again.ant");
                Identifiers names = AntimonyWriter.NamesOf(model, options);
                if (new Meaning(model, again, n => names[n]).Differences() is [string first, ..]) changed.Add($"{Path.GetFileName(file)}: {first}");
            }
            catch (InputException e)
            {
                refused.Add(e.Message);
            }
        Assert.Empty(changed);
        Assert.True(refused.Count <= files.Length / 100, $"{refused.Count} of {files.Length} refused:\n" + string.Join('\n', refused));
    }
}
