using System.Globalization;
using Enteraxis.Numerics;

namespace Enteraxis.Studies.Tables;

/// <summary>
/// models/parameters.tsv and models/presets.tsv with what calibration found laid over them. The tables say what was assumed before; models/ensemble.tsv what was found. A run without draws stands at the centre of the sets,
/// and regimes move with the parameters. So no calibration writes into the tables, and the same calibration can be made again from them.
/// </summary>
/// <remarks>Who changes a value of the tables that was calibrated carries the sets with it (<see cref="SpreadLaw.Carry"/>): the change shows, and what calibration found of its neighbours stays.</remarks>
public sealed record CalibratedTables(ParameterTable Parameters, PresetTable Presets)
{
    /// <summary>Reads parameters.tsv, presets.tsv and, where it is there, ensemble.tsv of a folder.</summary>
    /// <exception cref="InputException">A table is missing or faulty.</exception>
    public static CalibratedTables Read(string folder) => Of(ReadTables(folder, Path.Combine(folder, "ensemble.tsv")));

    /// <summary>The tables as they are, with the sets of a file beside them: what a stage of the calibration starts from.</summary>
    /// <param name="ensemble">Null for none.</param>
    public static CalibratedTables ReadTables(string folder, string? ensemble)
    {
        ParameterTable parameters = ParameterTable.Read(Path.Combine(folder, "parameters.tsv"));
        PresetTable presets = PresetTable.Read(Path.Combine(folder, "presets.tsv"));
        return new CalibratedTables(ensemble is null ? parameters : parameters.With(ParameterEnsemble.Read(ensemble, [.. parameters.Values.Keys], [.. presets.Names])), presets);
    }

    /// <summary>The value of the tables that a column of an ensemble stands in place of.</summary>
    /// <param name="column">PARAMETER, spread(PARAMETER) or PARAMETER@PRESET.</param>
    public double Of(string column)
    {
        ParameterRow row = Parameters.Find(ParameterEnsemble.Plain(column))!;
        if (ParameterEnsemble.IsSpread(column)) return row.BetweenPeople.A;
        return ParameterEnsemble.PresetOf(column) is { Length: > 0 } preset && Presets[preset].TryGetValue(row.Name, out double own) ? own : row.Value;
    }

    private static CalibratedTables Of(CalibratedTables before)
    {
        ParameterEnsemble found = before.Parameters.Ensemble;
        if (found.Members.Count == 0) return before;
        if (found.Table.Count > 0) found = found.Each((column, value) => Law(before, column).Carry(value, found.Table[column], before.Of(column)));
        IReadOnlyDictionary<string, double> middle = found.Centre;
        HashSet<string> moved = [.. found.Names.Select(ParameterEnsemble.Plain)];
        ParameterRow[] rows = [.. before.Parameters.Rows.Select(r => moved.Contains(r.Name) ? Centred(r, middle) with { Status = "calibrated" } : r)];
        PresetTable presets = before.Presets.Each((preset, name, value) => middle.TryGetValue(name, out double to) ? before.Parameters.Find(name)!.Uncertainty.Carry(value, before.Parameters.Values[name], to) : value);
        foreach ((string column, double value) in middle)
            if (ParameterEnsemble.PresetOf(column) is { Length: > 0 } preset && !ParameterEnsemble.IsSpread(column)) presets = presets.With(preset, ParameterEnsemble.Plain(column), value);
        return new CalibratedTables(before.Parameters.With(found, rows), presets);
    }

    // Spreads between people move by factors, as widths do.
    private static SpreadLaw Law(CalibratedTables tables, string column) => ParameterEnsemble.IsSpread(column) ? new SpreadLaw(SpreadKind.LogNormal, 1, 0) : tables.Parameters.Find(ParameterEnsemble.Plain(column))!.Uncertainty;

    // Pages and exports show the row's note: what the table says stays in sight.
    private static ParameterRow Centred(ParameterRow row, IReadOnlyDictionary<string, double> middle)
    {
        if (middle.TryGetValue($"spread({row.Name})", out double width) && width != row.BetweenPeople.A)
            row = row with { BetweenPeople = row.BetweenPeople with { A = width }, BetweenPeopleText = $"{row.BetweenPeopleText.Split('(')[0]}({Text(width)})", Note = Before($"spread {row.BetweenPeopleText}", row.Note) };
        if (!middle.TryGetValue(row.Name, out double value)) return row;
        return value == row.Value ? row : row with { Value = value, BeforeCalibration = row.Value, Note = Before(Text(row.Value), row.Note) };
    }

    private static string Before(string was, string note) => $"{was} before calibration{(note.Length > 0 ? "; " + note : "")}";

    private static string Text(double x) => x.ToString("G4", CultureInfo.InvariantCulture);
}
