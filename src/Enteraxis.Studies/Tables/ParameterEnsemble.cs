using Enteraxis.Numerics;
using Enteraxis.Numerics.Summaries;
using Enteraxis.Numerics.Tables;

namespace Enteraxis.Studies.Tables;

/// <summary>models/ensemble.tsv: sets of values that calibration found together, one a line. They take the place of the independent uncertainties of models/parameters.tsv.</summary>
/// <remarks>
/// A column is a parameter, or spread(PARAMETER) for its spread between people; PARAMETER@PRESET holds for one regime only. Two lines are no sets: "table" says what the tables held when the sets
/// were found, "centre" where a run without draws stands. Comments before the header say where the file comes from.
/// </remarks>
public sealed class ParameterEnsemble
{
    /// <summary>In the column of members: the line with the values of the tables, and the one with those of a run without draws.</summary>
    public const string TableLine = "table", CentreLine = "centre";

    private ParameterEnsemble(IReadOnlyList<string> names, IReadOnlyList<IReadOnlyDictionary<string, double>> members) => (Names, Members) = (names, members);

    /// <summary>Nothing is calibrated: every uncertain parameter is drawn by its own law.</summary>
    public static ParameterEnsemble None { get; } = new([], []);

    public IReadOnlyList<string> Names { get; }

    public IReadOnlyList<IReadOnlyDictionary<string, double>> Members { get; }

    /// <summary>What the tables held when the sets were found, by column; empty where the file does not say.</summary>
    public IReadOnlyDictionary<string, double> Table { get; private init; } = new Dictionary<string, double>();

    /// <summary>The member that a draw of the uncertain parameters takes; empty where there is none.</summary>
    public IReadOnlyDictionary<string, double> Member(ulong set) => Members.Count == 0 ? new Dictionary<string, double>() : Members[(int)(set % (ulong)Members.Count)];

    /// <summary>Where a run without draws stands, by column: the middle, or the tables' own value where a parameter moved within the tables' error only. The medians where the file does not say.</summary>
    public IReadOnlyDictionary<string, double> Centre { get; private init; } = new Dictionary<string, double>();

    /// <summary>The median of every column.</summary>
    public IReadOnlyDictionary<string, double> Middle => Names.ToDictionary(n => n, n => Quantile.Of([.. Members.Select(m => m[n])], 0.5), StringComparer.Ordinal);

    /// <summary>None where the file is not there.</summary>
    /// <exception cref="InputException">A column that is no parameter or of no regime, or a cell that is no number.</exception>
    public static ParameterEnsemble Read(string path, IReadOnlyCollection<string> parameters, IReadOnlyCollection<string> presets)
    {
        if (!File.Exists(path)) return None;
        TsvTable table = TsvTable.Read(path, "member");
        string[] names = [.. table.Columns.Where(c => c != "member")];
        foreach (string name in names)
        {
            if (!parameters.Contains(Plain(name))) throw new InputException($"{path}: the column '{name}' is no parameter of models/parameters.tsv; calibrate anew or remove the column.");
            if (PresetOf(name) is { Length: > 0 } preset && !presets.Contains(preset)) throw new InputException($"{path}: the column '{name}' is of no preset of models/presets.tsv; calibrate anew or remove the column.");
        }
        Dictionary<string, double> Values(TsvRow row) => names.ToDictionary(n => n, row.Number, StringComparer.Ordinal);
        IReadOnlyDictionary<string, double>? Line(string name) => table.Rows.FirstOrDefault(r => r["member"] == name) is { } line ? Values(line) : null;
        TsvRow[] sets = [.. table.Rows.Where(r => r["member"] is not (TableLine or CentreLine))];
        if (sets.Length == 0) throw new InputException($"{path}: there is no set of values below the header; calibrate anew or remove the file.");
        ParameterEnsemble found = new(names, [.. sets.Select(Values)]) { Table = Line(TableLine) ?? new Dictionary<string, double>() };
        return new ParameterEnsemble(names, found.Members) { Table = found.Table, Centre = Line(CentreLine) ?? found.Middle };
    }

    /// <summary>The same sets with other values in them.</summary>
    internal ParameterEnsemble Each(Func<string, double, double> value)
    {
        Dictionary<string, double> Moved(IReadOnlyDictionary<string, double> set) => set.ToDictionary(x => x.Key, x => value(x.Key, x.Value), StringComparer.Ordinal);
        return new ParameterEnsemble(Names, [.. Members.Select(Moved)]) { Table = Table, Centre = Moved(Centre) };
    }

    /// <summary>The parameter whose value or spread a column holds, whatever the regime.</summary>
    public static string Plain(string name)
    {
        string plain = name.Split('@')[0];
        return plain.StartsWith("spread(", StringComparison.Ordinal) && plain.EndsWith(')') ? plain[7..^1] : plain;
    }

    /// <summary>Whether a column holds a spread between people and not a central value.</summary>
    public static bool IsSpread(string name) => name.StartsWith("spread(", StringComparison.Ordinal);

    /// <summary>The regime for which alone a column holds; empty where it holds for all.</summary>
    public static string PresetOf(string name) => name.IndexOf('@', StringComparison.Ordinal) is > 0 and int at ? name[(at + 1)..] : "";

    /// <summary>What a member says of a column for one regime alone; null where it says nothing of it.</summary>
    public static double? Own(IReadOnlyDictionary<string, double> member, string name, string preset) => preset.Length > 0 && member.TryGetValue($"{name}@{preset}", out double own) ? own : null;
}
