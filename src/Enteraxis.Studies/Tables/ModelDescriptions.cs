using System.Globalization;
using Enteraxis.Modelling.Models;

namespace Enteraxis.Studies.Tables;

/// <summary>What the tables know about the quantities of a model, for files that leave the house: labels, sources, status and the papers behind a value.</summary>
public static class ModelDescriptions
{
    /// <summary>By flat name; of the model itself under the empty name.</summary>
    public static IReadOnlyDictionary<string, Description> Of(string title, ParameterTable parameters, ReadoutTable readouts, EvidenceTable evidence)
    {
        Dictionary<string, Description> known = new(StringComparer.Ordinal)
        {
            [""] = new Description { Label = title, Notes = "Research and education, not a medical device. Values are literature, calibrated or assumed, as the notes of each parameter say." },
        };
        foreach (ReadoutRow r in readouts.Rows)
            known[r.Id] = new Description { Label = r.Label, Notes = r.Definition.Length > 0 ? r.Definition : null };
        foreach (ParameterRow p in parameters.Rows) known[p.Name] = OfParameter(p, evidence);
        return known;
    }

    private static Description OfParameter(ParameterRow p, EvidenceTable evidence)
    {
        EvidenceRow[] rows = [.. EvidenceTable.IdsIn(p.Evidence).Distinct().Select(evidence.Find).OfType<EvidenceRow>()];
        string spread = p.BetweenPeopleText == "none" ? "" : $" Between people: {p.BetweenPeopleText}.";
        string sources = string.Concat(rows.Select(r => string.Create(CultureInfo.InvariantCulture, $"\n{r.Id} ({r.Status}): {r.Claim} {r.ValueText}. {r.Source}")));
        return new Description
        {
            Notes = $"{(p.Note.Length > 0 ? p.Note + ". " : "")}Status: {p.Status}. Source: {p.Evidence}.{spread}{sources}",
            References = [.. rows.Select(r => r.Doi.Trim()).Where(d => d.StartsWith("10.", StringComparison.Ordinal)).Distinct().Select(d => new Reference("isDescribedBy", "https://identifiers.org/doi:" + d))],
        };
    }
}
