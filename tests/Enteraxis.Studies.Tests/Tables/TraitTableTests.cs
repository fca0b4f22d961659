using Enteraxis.Studies.Tables;

namespace Enteraxis.Studies.Tests.Tables;

public sealed class TraitTableTests
{
    private const string Header = "key\tlabel\tunit\tunits\tunit_needed\tkind\trole\tlow\thigh\tstep\tchoices\tparameter\ttransform\tderivation\tpopulation\tmeasurement_sd\tamount\tevidence\tnote\n";

    private static string Fault(string row)
    {
        using ScratchFolder folder = new();
        string message = Installation.Fault(() => TraitTable.Read(folder.Write("traits.tsv", Header + row.Replace('|', '\t') + "\n")));
        Assert.Contains("traits.tsv, line 2: column '", message, StringComparison.Ordinal);
        return message;
    }

    [Theory]
    [InlineData("k|l|kg|kg||number|exposure|0|1||||||none|0", "'units': 'kg' lacks its factor")]
    [InlineData("k|l|kg|kg=1[2]||number|exposure|0|1||||||none|0", "'units': 'kg=1[2]': a plausible range is written [low..high]")]
    [InlineData("k|l|kg|kg=one||number|exposure|0|1||||||none|0", "'units': 'one' is no number")]
    [InlineData("k|l|kg|||number|exposure|0|1||||||wide|0", "'population': 'wide' is no population law")]
    [InlineData("k|l|kg|||number|exposure|0|1||||||fixed(word)|0", "'population': a number is drawn from a law of numbers")]
    [InlineData("k|l||||choice|exposure||||a;b||||normal(1,1)|0", "'population': a choice is drawn from words")]
    [InlineData("k|l||||choice|exposure||||a;b||||categorical(a:1,c:1)|0", "'population': 'c' is not among the choices")]
    [InlineData("k|l||||choice|treatment||||a;b||||none|0", "'population': a law is needed")]
    [InlineData("k|l||||choice|exposure||||a;b|p|x;2 * x||none|0", "'transform': one transform for each parameter")]
    [InlineData("k|l||||colour|exposure||||||||none|0", "'kind': 'colour' is not one of")]
    [InlineData("k|l||||number|exposure||||||||none|5 %%x", "'measurement_sd'")]
    public void A_faulty_row_is_refused_with_line_and_column(string row, string says) => Assert.Contains(says, Fault(row), StringComparison.Ordinal);

    [Fact]
    public void Every_trait_of_the_house_leads_to_parameters_presets_and_interventions_that_exist()
    {
        ScienceLibrary library = Installation.Library;
        foreach (TraitRow trait in library.Traits.Rows)
        {
            Assert.Empty(trait.Targets.Where(t => library.Parameters.Find(t.Parameter) is null).Select(t => t.Parameter));
            Assert.Empty(trait.Targets.SelectMany(t => t.Transform.Names).Where(n => n is not ("x" or "history_years") && library.Traits.Find(n) is null && library.Parameters.Find(n) is null));
            Assert.Empty(trait.Choices.Where(c => c.Intervention.Length > 0 && !library.Interventions.Has(c.Intervention)));
            if (trait.Role == TraitRole.Preset) Assert.Empty(trait.Choices.Where(c => !library.Presets.Names.Contains(c.Word)));
            if (trait.Amount.Length > 0) Assert.Contains(library.Risks.Rows, r => r.Amount == trait.Amount);
        }
    }

    [Fact]
    public void One_ng_a_mL_of_25_hydroxyvitamin_D_is_2_5_nmol_a_L()
    {
        // 400.64 g/mol: 1 ng/mL = 1e6 / 400.64e3 nmol/L.
        Assert.Equal(1e3 / 400.64, Installation.Library.Traits.Find("vitamin_d")!.Units.Single(u => u.Name == "ng/mL").ToTable, 0.001);
    }
}
