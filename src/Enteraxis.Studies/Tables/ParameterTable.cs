using Enteraxis.Numerics.Tables;
using Enteraxis.Numerics;
using Enteraxis.Numerics.Random;

namespace Enteraxis.Studies.Tables;

/// <param name="Status">literature, calibrated or assumed.</param>
public sealed record ParameterRow(string Name, double Value, string Unit, SpreadLaw BetweenPeople, SpreadLaw Uncertainty, string Status, string Evidence, string Note,
    string BetweenPeopleText, string UncertaintyText)
{
    /// <summary>What the table itself says, where calibration found another value; else null.</summary>
    public double? BeforeCalibration { get; init; }
}

/// <summary>models/parameters.tsv: value, unit, two spreads, status and source of every parameter.</summary>
public sealed class ParameterTable
{
    private const uint BetweenPeopleStream = 0xE0000001, UncertaintyStream = 0xE0000002;
    private readonly Dictionary<string, ParameterRow> _byName;

    private ParameterTable(IReadOnlyList<ParameterRow> rows)
    {
        Rows = rows;
        _byName = rows.ToDictionary(r => r.Name, StringComparer.Ordinal);
        Values = rows.ToDictionary(r => r.Name, r => r.Value, StringComparer.Ordinal);
    }

    public IReadOnlyList<ParameterRow> Rows { get; }

    /// <summary>Central values, for the reader of the model.</summary>
    public IReadOnlyDictionary<string, double> Values { get; }

    public ParameterRow? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>What calibration found together; none where models/ensemble.tsv is not there.</summary>
    public ParameterEnsemble Ensemble { get; private init; } = ParameterEnsemble.None;

    /// <summary>The table with an ensemble, and rows that stand in its middle.</summary>
    internal ParameterTable With(ParameterEnsemble ensemble, IReadOnlyList<ParameterRow>? rows = null) => new(rows ?? Rows) { Ensemble = ensemble };

    /// <summary>Reads the table as it is: what was assumed before any calibration. <see cref="CalibratedTables"/> adds what calibration found.</summary>
    public static ParameterTable Read(string path)
    {
        TsvTable table = TsvTable.Read(path, "parameter", "value", "unit", "between_people", "uncertainty", "status", "evidence");
        List<ParameterRow> rows = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (TsvRow r in table.Rows)
        {
            string name = r.Required("parameter");
            if (!seen.Add(name)) throw r.Fault("parameter", $"'{name}' stands twice; keep one row.");
            ParameterRow row = new(name, r.Number("value"), r.Required("unit"), SpreadLaw.Parse(r, "between_people"), SpreadLaw.Parse(r, "uncertainty"),
                r.Choice("status", "literature", "calibrated", "assumed"), r.Required("evidence"), r["note"], r["between_people"], r["uncertainty"]);
            if ((row.BetweenPeople.Kind == SpreadKind.LogitNormal || row.Uncertainty.Kind == SpreadKind.LogitNormal) && (row.Value <= 0 || row.Value >= 1))
                throw r.Fault("value", "a logitnormal spread needs a value between 0 and 1.");
            rows.Add(row);
        }
        return new ParameterTable(rows);
    }

    /// <summary>
    /// The parameters of one simulated person that differ from the central values: first what is not known of a value (a function of seed and
    /// set), then the person's own deviation (a function of seed and person).
    /// </summary>
    /// <param name="set">Number of the draw of uncertain values; null leaves them at the centre.</param>
    /// <param name="person">Null leaves the person at the centre.</param>
    /// <param name="centre">Values of a regime that replace the central ones; spreads act about them.</param>
    /// <param name="moved">
    /// Central values, and spreads between people as spread(NAME), in place of the table's: a member of an ensemble. A regime's own value moves with them (<see cref="SpreadLaw.Carry"/>). Null: the ensemble's member for the set, where there is a set and an ensemble. NAME@PRESET is what people of that preset have in place of their regime's own value.
    /// </param>
    /// <param name="preset">Whose regime the centre is; empty for none.</param>
    public Dictionary<string, double> Draw(ulong seed, ulong? set, ulong? person, IReadOnlyDictionary<string, double> centre, IReadOnlyDictionary<string, double>? moved = null, string preset = "")
    {
        Dictionary<string, double> drawn = new(centre, StringComparer.Ordinal);
        KeyedStream uncertain = new(seed, set ?? 0, UncertaintyStream), between = new(seed, person ?? 0, BetweenPeopleStream);
        moved ??= set is ulong member ? Ensemble.Member(member) : null;
        foreach (ParameterRow row in Rows)
        {
            double value = centre.TryGetValue(row.Name, out double regime) ? regime : row.Value, found = 0;
            ulong index = StableHash.Of(row.Name);
            bool isMoved = moved is not null && moved.TryGetValue(row.Name, out found);
            if (moved is not null && ParameterEnsemble.Own(moved, row.Name, preset) is double own) value = own;
            else if (isMoved) value = row.Uncertainty.Carry(value, row.Value, found);
            else if (set is not null && !row.Uncertainty.IsNone) value = row.Uncertainty.Apply(value, uncertain.Uniform(index));
            if (person is not null && !row.BetweenPeople.IsNone)
            {
                string name = $"spread({row.Name})";
                SpreadLaw law = moved is null ? row.BetweenPeople : ParameterEnsemble.Own(moved, name, preset) is double width ? row.BetweenPeople with { A = width } : moved.TryGetValue(name, out double spread) ? row.BetweenPeople with { A = spread } : row.BetweenPeople;
                value = law.Apply(value, between.Uniform(index));
            }
            // A regime's value that a draw moved back to the central one must go, too.
            if (value != row.Value || drawn.ContainsKey(row.Name)) drawn[row.Name] = value;
        }
        return drawn;
    }
}
