using Enteraxis.Studies.Runs;

namespace Enteraxis.Studies.Fermentation;

/// <summary>diet.tsv: sample, intervention, acid, measure, day, before, after, change_percent.</summary>
public static class DietTable
{
    public static IReadOnlyList<string> Cautions { get; } =
    [
        .. ScfaTable.Cautions,
        "A change of diet was held against no trial here: the model lets nearly all added fermentable fibre end in the acid of the guild that eats it fastest, which overstates that acid and understates the others.",
    ];

    public static ResultTable Of(IReadOnlyList<DietChange> changes)
    {
        ResultTable table = new("diet", ("sample", typeof(string)), ("intervention", typeof(string)), ("acid", typeof(string)), ("measure", typeof(string)), ("day", typeof(double)), ("before", typeof(double)), ("after", typeof(double)), ("change_percent", typeof(double)));
        foreach (DietChange c in changes) table.Add(c.Sample, c.Intervention, c.Acid, c.Measure, c.Day, SixDigits.Of(c.Before), SixDigits.Of(c.After), Math.Round(100 * c.Change, 1));
        return table;
    }
}
