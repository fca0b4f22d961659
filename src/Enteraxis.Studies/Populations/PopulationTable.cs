using Enteraxis.Numerics;
using Enteraxis.Numerics.Tables;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Studies.Populations;

/// <param name="Preset">Empty: of every preset without a row of its own.</param>
/// <param name="Low">Nothing lies below; infinite for no end.</param>
public sealed record PopulationRow(string Variable, string Preset, ConditionalLaw Law, string LawText, double Low, double High, string Unit, string Status, string Source, string Note);

/// <summary>models/population.tsv: how people of a preset are drawn, variable by variable, each from a law over those before it.</summary>
/// <remarks>
/// A variable that is a parameter of the model replaces what models/parameters.tsv would draw; one called share(GUILD) is ln(share of the guild / share of the first guild);
/// enrolment_day is the day of the year on which the person enters; treatment is a word, the intervention that the person is on; all others serve the laws after them and are written out.
/// A row with a preset beats the row without one. The law <c>none</c> leaves a preset to the other tables.
/// </remarks>
public sealed class PopulationTable
{
    /// <summary>Day of the year on which a person enters a study.</summary>
    public const string EnrolmentDay = "enrolment_day";

    /// <summary>The variable of words: an intervention that the person keeps, or none.</summary>
    public const string Treatment = "treatment";

    private readonly string[] _order;
    private readonly Dictionary<(string, string), PopulationRow> _rows = [];

    private PopulationTable(IReadOnlyList<PopulationRow> rows)
    {
        Rows = rows;
        foreach (PopulationRow row in rows) _rows[(row.Variable, row.Preset)] = row;
        _order = [.. rows.Select(r => r.Variable).Distinct(StringComparer.Ordinal)];
    }

    public IReadOnlyList<PopulationRow> Rows { get; }

    /// <summary>All variables in the order of drawing.</summary>
    public IReadOnlyList<string> Variables => _order;

    /// <summary>The rows that hold for a preset, in the order of drawing.</summary>
    public IReadOnlyList<PopulationRow> Of(string preset) =>
        [.. _order.Select(v => _rows.TryGetValue((v, preset), out PopulationRow? own) ? own : _rows.GetValueOrDefault((v, ""))).OfType<PopulationRow>().Where(r => r.LawText != "none")];

    /// <exception cref="InputException">A law that is none, reads what comes later, or cannot be cut off where the row says so.</exception>
    public static PopulationTable Read(string path, PresetTable presets, ParameterTable parameters)
    {
        TsvTable table = TsvTable.Read(path, "variable", "preset", "law", "low", "high", "unit", "status", "source");
        List<PopulationRow> rows = [];
        HashSet<string> known = new(StringComparer.Ordinal);
        HashSet<(string, string)> seen = [];
        foreach (TsvRow r in table.Rows)
        {
            string variable = r.Required("variable"), preset = r["preset"], text = r.Required("law");
            if (preset.Length > 0 && !presets.Names.Contains(preset)) throw r.Fault("preset", $"'{preset}' is no preset; there are {string.Join(", ", presets.Names)}.");
            if (!seen.Add((variable, preset))) throw r.Fault("variable", $"'{variable}' stands twice for this preset; keep one row.");
            if (variable == Treatment && text != "none" && !text.StartsWith("categorical", StringComparison.Ordinal)) throw r.Fault("law", "a treatment is drawn by categorical(word:weight, …).");
            ConditionalLaw law = LawOf(r, text);
            foreach (string name in law.Names)
                if (!known.Contains(name) && parameters.Find(name) is null) throw r.Fault("law", $"'{name}' is neither a parameter nor a variable of a line before.");
            double low = r.Optional("low") ?? double.NegativeInfinity, high = r.Optional("high") ?? double.PositiveInfinity;
            if ((double.IsFinite(low) || double.IsFinite(high)) && !law.MayBeCut) throw r.Fault("low", "this law is not cut off; leave low and high empty.");
            if (!(low < high)) throw r.Fault("low", "low lies above high.");
            rows.Add(new PopulationRow(variable, preset, law, text, low, high, r.Required("unit"), r.Choice("status", "literature", "calibrated", "assumed"), r.Required("source"), r["note"]));
            known.Add(variable);
        }
        return new PopulationTable(rows);
    }

    private static ConditionalLaw LawOf(TsvRow r, string text)
    {
        try
        {
            return ConditionalLaw.Parse(text == "none" ? "fixed(0)" : text);
        }
        catch (InputException e)
        {
            throw r.Fault("law", e.Message);
        }
    }
}
