using System.Text.RegularExpressions;
using Enteraxis.Numerics;
using Enteraxis.Numerics.Tables;
using Enteraxis.Numerics.Text;
using Enteraxis.Studies.Experiments.Maths;

namespace Enteraxis.Studies.Petab;

/// <summary>Reads the table of observables of either version.</summary>
internal static class ObservableRows
{
    internal static IEnumerable<PetabObservable> Read(string path, int version)
    {
        PetabTable table = PetabTable.Read(path, ["observableId", "observableFormula", "noiseFormula"]);
        foreach (TsvRow row in table.Table.Rows)
        {
            string id = PetabTable.Id(row, "observableId");
            MathNode formula = PetabTable.Formula(row, "observableFormula", row.Required("observableFormula")), noise = PetabTable.Formula(row, "noiseFormula", row.Required("noiseFormula"));
            IReadOnlyList<string> names = [.. formula.Names(), .. noise.Names()];
            yield return new PetabObservable(id, row["observableName"], formula, noise, version == 1 ? NoiseV1(row) : NoiseV2(row),
                version == 1 ? Numbered("observableParameter", id, names) : PetabTable.Words(row, "observablePlaceholders"),
                version == 1 ? Numbered("noiseParameter", id, names) : PetabTable.Words(row, "noisePlaceholders"));
        }
    }

    // Version 1 has no list: observableParameter1_id, observableParameter2_id, … stand in the formulas.
    private static string[] Numbered(string word, string id, IReadOnlyList<string> names)
    {
        Regex form = new("^" + word + @"(?<n>[1-9]\d{0,3})_" + Regex.Escape(id) + "$", RegexOptions.CultureInvariant);
        int most = names.Select(n => form.Match(n)).Where(m => m.Success).Select(m => int.Parse(m.Groups["n"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture)).DefaultIfEmpty(0).Max();
        return [.. Enumerable.Range(1, most).Select(i => FormattableString.Invariant($"{word}{i}_{id}"))];
    }

    private static NoiseModel NoiseV1(TsvRow row) => new(
        row["noiseDistribution"] switch { "" or "normal" => NoiseLaw.Normal, "laplace" => NoiseLaw.Laplace, _ => throw Unknown(row, "noiseDistribution", "normal, laplace") },
        row["observableTransformation"] switch { "" or "lin" => PetabScale.Linear, "log" => PetabScale.Log, "log10" => PetabScale.Log10, _ => throw Unknown(row, "observableTransformation", "lin, log, log10") });

    private static NoiseModel NoiseV2(TsvRow row) => row["noiseDistribution"] switch
    {
        "" or "normal" => new(NoiseLaw.Normal, PetabScale.Linear),
        "laplace" => new(NoiseLaw.Laplace, PetabScale.Linear),
        "log-normal" => new(NoiseLaw.Normal, PetabScale.Log),
        "log-laplace" => new(NoiseLaw.Laplace, PetabScale.Log),
        _ => throw Unknown(row, "noiseDistribution", "normal, laplace, log-normal, log-laplace"),
    };

    private static InputException Unknown(TsvRow row, string column, string allowed) => row.Fault(column, $"'{Echo.Of(row[column])}' is not one of {allowed}.");
}
