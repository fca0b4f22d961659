using Enteraxis.Numerics.Text;
using Enteraxis.Studies.People;
using Enteraxis.Studies.Yaml;

namespace Enteraxis.Studies.Cohorts.Widths;

/// <summary>Reads the group 'width' of a study of a cohort.</summary>
internal static class WidthDesignReader
{
    private const string Key = "width";
    private const int Most = 1000;

    /// <param name="file">All else of the study.</param>
    /// <returns>Null where the study says 'width: none'; the defaults where it says nothing.</returns>
    internal static WidthDesign? Read(YamlMap m, CohortFile file)
    {
        if (!m.IsGroup(Key))
            return m.Text(Key) switch
            {
                null => new WidthDesign(),
                "none" => null,
                string other => throw m.Fault(Key, $"'width: {Echo.Of(other)}' is neither 'none' nor a group; write 'width: none', or 'width:' and below it for example '  people: 12'."),
            };
        YamlMap w = m.Map(Key)!;
        w.AllowOnly("people", "sets", "repeats", "variants", "outcomes", "years");
        WidthDesign design = new()
        {
            People = Count(w, "people", 2, Most), Sets = Count(w, "sets", 2, Most), Repeats = Count(w, "repeats", 1, ParameterSets.MostRepeats), VariantPeople = Count(w, "variants", 0, Most),
            Outcomes = w.Words("outcomes"), Years = [.. w.Words("years").Select(y => Year(w, y, file.Years))],
        };
        if (design.VariantPeople == 1) throw w.Fault("variants", "'variants: 1' tells no error of a difference; write 0 or at least 2 people.");
        if (design.VariantPeople > design.People) throw w.Fault("variants", $"'variants: {design.VariantPeople}' people are more than the {design.People} of 'people', among whom they are; write fewer.");
        foreach (string outcome in design.Outcomes)
            if (!WidthOutcome.Names(file).Contains(outcome))
                throw w.Fault("outcomes", $"'{Echo.Of(outcome)}' is neither a read-out nor a kind of event of this study; add it to readouts, or choose among {string.Join(", ", WidthOutcome.Names(file))}.{NearestName.Hint(outcome, WidthOutcome.Names(file))}");
        if (design.Outcomes.GroupBy(o => o).FirstOrDefault(g => g.Count() > 1) is { } twice) throw w.Fault("outcomes", $"'{twice.Key}' stands twice; keep one.");
        return design;
    }

    private static int? Count(YamlMap w, string key, int least, int most)
    {
        if (w.Text(key) is null) return null;
        int count = w.Count(key, 0);
        return count >= least && count <= most ? count : throw w.Fault(key, $"'{key}: {count}' lies outside {least} to {most}.");
    }

    private static double Year(YamlMap w, string text, double years) =>
        double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out double year) && year > 0 && year <= years
            ? year
            : throw w.Fault("years", FormattableString.Invariant($"'{Echo.Of(text)}' is no time of this study; write years above 0 and at most {years:0.##}, for example 'years: [1, {years:0.##}]'."));
}
