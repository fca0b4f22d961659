using Enteraxis.Numerics;
using Enteraxis.Numerics.Tables;
using Enteraxis.Numerics.Text;

namespace Enteraxis.Studies.Petab;

/// <summary>Reads the parameter table of either version.</summary>
internal static class ParameterRows
{
    private static readonly Dictionary<string, PriorKind> Kinds = new(StringComparer.Ordinal)
    {
        ["uniform"] = PriorKind.Uniform, ["normal"] = PriorKind.Normal, ["laplace"] = PriorKind.Laplace, ["logNormal"] = PriorKind.LogNormal, ["logLaplace"] = PriorKind.LogLaplace,
        ["parameterScaleUniform"] = PriorKind.Uniform, ["parameterScaleNormal"] = PriorKind.Normal, ["parameterScaleLaplace"] = PriorKind.Laplace,
        ["log-normal"] = PriorKind.LogNormal, ["log-laplace"] = PriorKind.LogLaplace, ["log-uniform"] = PriorKind.LogUniform, ["cauchy"] = PriorKind.Cauchy,
        ["chisquare"] = PriorKind.ChiSquare, ["exponential"] = PriorKind.Exponential, ["gamma"] = PriorKind.Gamma, ["rayleigh"] = PriorKind.Rayleigh,
    };

    internal static IEnumerable<PetabParameter> Read(string path, int version)
    {
        PetabTable table = PetabTable.Read(path, ["parameterId", "estimate"]);
        foreach (TsvRow row in table.Table.Rows)
        {
            string id = PetabTable.Id(row, "parameterId");
            bool estimate = PetabTable.Flag(row, "estimate");
            PetabScale scale = row["parameterScale"] switch
            {
                "" or "lin" => PetabScale.Linear,
                "log" => PetabScale.Log,
                "log10" => PetabScale.Log10,
                _ => throw row.Fault("parameterScale", $"'{Echo.Of(row["parameterScale"])}' is not one of lin, log, log10."),
            };
            double? low = PetabTable.Number(row, "lowerBound"), high = PetabTable.Number(row, "upperBound"), nominal = PetabTable.Number(row, "nominalValue");
            if (estimate && (low is null || high is null)) throw row.Fault(low is null ? "lowerBound" : "upperBound", $"the bound of '{id}' is missing; a parameter that is estimated needs both.");
            if (low > high) throw row.Fault("lowerBound", $"the lower bound of '{id}' lies above its upper one; swap them.");
            if (!estimate && nominal is null) throw row.Fault("nominalValue", $"'{id}' is not estimated and has no value; give one.");
            (double from, double to) = (low ?? double.NegativeInfinity, high ?? double.PositiveInfinity);
            PetabParameter bare = new(id, row["parameterName"], scale, from, to, nominal, estimate, null, null);
            yield return version == 1
                ? bare with { Prior = Prior(row, "objectivePriorType", "objectivePriorParameters", bare, cut: false), StartPrior = Prior(row, "initializationPriorType", "initializationPriorParameters", bare, cut: false) }
                : bare with { Prior = estimate ? Prior(row, "priorDistribution", "priorParameters", bare, cut: true) ?? new PriorLaw(PriorKind.Uniform, from, to, from, to) : null };
        }
    }

    private static PriorLaw? Prior(TsvRow row, string kindColumn, string numbersColumn, PetabParameter p, bool cut)
    {
        string kind = row[kindColumn];
        if (PetabTable.IsEmpty(kind)) return null;
        if (!Kinds.TryGetValue(kind, out PriorKind law)) throw row.Fault(kindColumn, $"there is no prior '{Echo.Of(kind)}'.{NearestName.Hint(kind, Kinds.Keys)}");
        bool onScale = kind.StartsWith("parameterScale", StringComparison.Ordinal);
        double[] numbers = [.. PetabTable.Words(row, numbersColumn).Select(w => PetabTable.ParseNumber(w) ?? throw row.Fault(numbersColumn, $"'{Echo.Of(w)}' is no number; priors take numbers parted by ';'."))];
        if (numbers.Length == 0 && law == PriorKind.Uniform) numbers = onScale ? [p.Scaled(p.Lower), p.Scaled(p.Upper)] : [p.Lower, p.Upper];
        int count = PriorLaw.Count(law);
        if (numbers.Length != count) throw row.Fault(numbersColumn, FormattableString.Invariant($"the prior {kind} takes {count} number{(count == 1 ? "" : "s")} parted by ';', not {numbers.Length}."));
        double spread = numbers[^1];
        bool fine = law is PriorKind.Uniform or PriorKind.LogUniform ? numbers[0] < numbers[1] && (law == PriorKind.Uniform || numbers[0] > 0) : spread > 0 && (law != PriorKind.Gamma || numbers[0] > 0);
        if (!fine) throw row.Fault(numbersColumn, $"'{Echo.Of(row[numbersColumn])}' are no parameters of the prior {kind}; scales are positive, and a low bound lies below the high one.");
        return new PriorLaw(law, numbers[0], count == 2 ? numbers[1] : 0, cut ? p.Lower : double.NegativeInfinity, cut ? p.Upper : double.PositiveInfinity, onScale);
    }
}
