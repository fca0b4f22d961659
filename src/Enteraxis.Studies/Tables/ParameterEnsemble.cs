using Enteraxis.Numerics.Tables;

namespace Enteraxis.Studies.Tables;

/// <summary>models/ensemble.tsv: sets of values that calibration found together, one a line. They take the place of the independent uncertainties of models/parameters.tsv.</summary>
/// <remarks>A column is a parameter, or spread(PARAMETER) for its spread between people; PARAMETER@PRESET holds for one regime only. Comments before the header say where the file comes from.</remarks>
public sealed class ParameterEnsemble
{
    private ParameterEnsemble(IReadOnlyList<string> names, IReadOnlyList<IReadOnlyDictionary<string, double>> members) => (Names, Members) = (names, members);

    /// <summary>Nothing is calibrated: every uncertain parameter is drawn by its own law.</summary>
    public static ParameterEnsemble None { get; } = new([], []);

    public IReadOnlyList<string> Names { get; }

    public IReadOnlyList<IReadOnlyDictionary<string, double>> Members { get; }

    /// <summary>The member that a draw of the uncertain parameters takes; empty where there is none.</summary>
    public IReadOnlyDictionary<string, double> Member(ulong set) => Members.Count == 0 ? new Dictionary<string, double>() : Members[(int)(set % (ulong)Members.Count)];

    /// <summary>None where the file is not there.</summary>
    /// <exception cref="Numerics.InputException">A column that is no parameter, or a cell that is no number.</exception>
    public static ParameterEnsemble Read(string path, IReadOnlyCollection<string> known)
    {
        if (!File.Exists(path)) return None;
        TsvTable table = TsvTable.Read(path, "member");
        string[] names = [.. table.Columns.Where(c => c != "member")];
        foreach (string name in names)
            if (!known.Contains(Plain(name))) throw new Numerics.InputException($"{path}: the column '{name}' is no parameter of models/parameters.tsv; calibrate anew or remove the column.");
        return new ParameterEnsemble(names, [.. table.Rows.Select(r => (IReadOnlyDictionary<string, double>)names.ToDictionary(n => n, r.Number, StringComparer.Ordinal))]);
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
