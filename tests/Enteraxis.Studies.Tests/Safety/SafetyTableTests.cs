using Enteraxis.Studies.Safety;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Studies.Tests.Safety;

public sealed class SafetyTableTests
{
    private const string Header = "# a comment\nid\twhen\tword\ttitle\treason\tevidence\n";

    private static string Fault(string row)
    {
        using ScratchFolder folder = new();
        string path = folder.Write("safety.tsv", Header + row + "\n");
        string message = Installation.Fault(() => SafetyTable.Read(path, Installation.Library.Traits, Installation.Library.Risks));
        Assert.Contains("safety.tsv, line 3", message, StringComparison.Ordinal);
        return message;
    }

    [Theory]
    [InlineData("has(kidny_stones)", "kidny_stones")]
    [InlineData("lever(probotic)", "probotic")]
    [InlineData("amount(vitamin_e) > 1", "vitamin_e")]
    [InlineData("edsss > 6", "edsss")]
    [InlineData("treatment = anti_cd2", "anti_cd2")]
    [InlineData("has(fever) or (edss > 6 and has(feverr))", "feverr")]
    public void A_rule_that_could_never_fire_is_refused(string when, string word) => Assert.Contains($"'{word}'", Fault($"X\t{when}\tAsk first\tt\tr\te").Replace("treatment=", "", StringComparison.Ordinal), StringComparison.Ordinal);

    [Fact]
    public void A_formula_that_cannot_be_read_is_refused_with_its_column() => Assert.Contains("column 13", Fault("X\thas(fever) +\tAsk first\tt\tr\te"), StringComparison.Ordinal);

    [Fact]
    public void An_unknown_word_of_urgency_is_refused() => Assert.Contains("Ask first, Stop and check", Fault("X\thas(fever)\tMaybe\tt\tr\te"), StringComparison.Ordinal);

    [Fact]
    public void A_rule_without_a_reason_is_refused() => Assert.Contains("reason", Fault("X\thas(fever)\tAsk first\tt\t\te"), StringComparison.Ordinal);

    [Fact]
    public void Every_intervention_says_what_it_brings()
    {
        using ScratchFolder folder = new();
        string path = folder.Write("classes.tsv", "intervention\tclasses\tamount\tdaily\ninulin\tfibre\tfibre\t10\n");
        Assert.Contains("no row for", Installation.Fault(() => InterventionRisks.Read(path, Installation.Library.Interventions)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("inulin\tfibre\tfibre\t10\ninulin\tfibre\tfibre\t10", "stands twice")]
    [InlineData("inulinn\tfibre\tfibre\t10", "no intervention")]
    [InlineData("inulin\t\tfibre\t10", "'classes'")]
    [InlineData("inulin\tfibre\tfibre\tmuch", "'daily'")]
    public void A_faulty_row_of_the_classes_is_refused_with_its_line(string rows, string says)
    {
        using ScratchFolder folder = new();
        string path = folder.Write("classes.tsv", "intervention\tclasses\tamount\tdaily\n" + rows + "\n");
        string message = Installation.Fault(() => InterventionRisks.Read(path, Installation.Library.Interventions));
        Assert.Contains(says, message, StringComparison.Ordinal);
        Assert.Contains(", line ", message, StringComparison.Ordinal);
    }

    /// <summary>The daily amount of a row follows from the steps of the intervention itself.</summary>
    [Theory]
    [InlineData("vitamin_d", "vitamin_d_intake", "vitamin_d")]
    [InlineData("propionate", "propionate_intake", "propionate")]
    [InlineData("fibre", "fibre", "")]
    public void Daily_amounts_agree_with_the_interventions(string amount, string exposure, string dose)
    {
        int compared = 0;
        foreach (InterventionRisk risk in Installation.Library.Risks.Rows.Where(r => r.Amount == amount))
            foreach (InterventionStep step in Installation.Library.Interventions.Rows.Where(s => s.Intervention == risk.Intervention))
            {
                bool dosed = step.Kind == StepKind.Dose && step.Target == dose;
                if (!dosed && step.Target != exposure) continue;
                Assert.Equal(risk.Daily, dosed ? step.Value / step.EveryDays!.Value : step.Value, 0.001);
                compared++;
            }
        Assert.True(compared >= 2);
    }
}
