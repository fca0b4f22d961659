using System.Globalization;
using System.Text;

namespace Enteraxis.Studies.Fermentation;

/// <summary>Changes of diet as a table: sample, intervention, acid, measure, day, before, after, change_percent.</summary>
public static class DietTable
{
    public static IReadOnlyList<string> Cautions { get; } =
    [
        .. ScfaTable.Cautions,
        "A change of diet was held against no trial here: the model lets nearly all added fermentable fibre end in the acid of the guild that eats it fastest, which overstates that acid and understates the others.",
    ];

    public static string Text(IReadOnlyList<DietChange> changes)
    {
        StringBuilder text = new();
        foreach (string line in Cautions) text.Append("# ").Append(line).Append('\n');
        text.Append("sample\tintervention\tacid\tmeasure\tday\tbefore\tafter\tchange_percent\n");
        foreach (DietChange c in changes)
            text.Append(CultureInfo.InvariantCulture, $"{c.Sample}\t{c.Intervention}\t{c.Acid}\t{c.Measure}\t{c.Day:G6}\t{c.Before:G6}\t{c.After:G6}\t{100 * c.Change:F1}\n");
        return text.ToString();
    }
}
