using System.Globalization;
using System.Text;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Studies.Petab;

/// <summary>Writes the house's table of parameters as a PEtab 2 parameter table with more columns, and the mapping table for names that are no PEtab identifiers.</summary>
/// <remarks>
/// value → nominalValue; uncertainty → priorDistribution and priorParameters with the bounds of its support, estimate = true where there is any:
/// lognormal(s) → log-normal with ln value; s, from 0 to inf; normal(s) → normal with value; s; logitnormal(s), beta(a,b) and bernoulli(p) have no law in PEtab: their bounds are 0 and 1, which
/// PEtab reads as uniform, and the own column keeps the law. unit, between_people, uncertainty, status, evidence and note follow as they are. A flat name with points
/// (gut.mu_x) becomes gut__mu_x, and the mapping table says so.
/// </remarks>
public static class ParameterTableExport
{
    /// <summary>The text of the parameter table.</summary>
    public static string Parameters(IReadOnlyList<ParameterRow> rows)
    {
        StringBuilder text = new("parameterId\tparameterName\tlowerBound\tupperBound\tnominalValue\testimate\tpriorDistribution\tpriorParameters\tunit\tbetween_people\tuncertainty\tstatus\tevidence\tnote\n");
        foreach (ParameterRow r in rows)
        {
            (string low, string high, string law, string numbers) = Prior(r);
            text.AppendJoin('\t', IdOf(r.Name), r.Name, low, high, Number(r.Value), r.Uncertainty.IsNone ? "false" : "true", law, numbers, r.Unit, r.BetweenPeopleText, r.UncertaintyText, r.Status, r.Evidence, r.Note).Append('\n');
        }
        return text.ToString();
    }

    /// <summary>The text of the mapping table: every name that had to change.</summary>
    public static string Mapping(IReadOnlyList<ParameterRow> rows)
    {
        StringBuilder text = new("petabEntityId\tmodelEntityId\tname\n");
        foreach (ParameterRow r in rows.Where(r => IdOf(r.Name) != r.Name)) text.AppendJoin('\t', IdOf(r.Name), r.Name, r.Name).Append('\n');
        return text.ToString();
    }

    /// <summary>The PEtab identifier of a flat name.</summary>
    public static string IdOf(string name) => name.Replace(".", "__", StringComparison.Ordinal);

    private static (string Low, string High, string Law, string Numbers) Prior(ParameterRow r) => r.Uncertainty.Kind switch
    {
        SpreadKind.LogNormal when r.Value > 0 => ("0", "inf", "log-normal", $"{Number(Math.Log(r.Value))};{Number(r.Uncertainty.A)}"),
        SpreadKind.Normal => ("-inf", "inf", "normal", $"{Number(r.Value)};{Number(r.Uncertainty.A)}"),
        SpreadKind.LogitNormal or SpreadKind.Beta or SpreadKind.Bernoulli => ("0", "1", "", ""),
        // The law of a value that is not above 0 is its mirror image: no law of PEtab.
        SpreadKind.LogNormal => (r.Value < 0 ? "-inf" : "0", "0", "", ""),
        _ => ("", "", "", ""),
    };

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
