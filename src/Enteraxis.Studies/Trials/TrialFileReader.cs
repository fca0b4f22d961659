using Enteraxis.Numerics;
using Enteraxis.Numerics.Text;
using Enteraxis.Studies.Cohorts;
using Enteraxis.Studies.Formulas;
using Enteraxis.Studies.Tables;
using Enteraxis.Studies.Yaml;

namespace Enteraxis.Studies.Trials;

/// <summary>Reads a trial of studies/trials and checks it against the tables.</summary>
public static class TrialFileReader
{
    private const double Month = 365.25 / 12;

    public static TrialFile Read(string path, ScienceLibrary library) => Read(YamlFile.Read(path), library);

    public static TrialFile Read(YamlMap m, ScienceLibrary library)
    {
        m.AllowOnly("trial", "presets", "background", "run_in_days", "screening_days", "competitiveness_days", "history", "eligibility", "arms", "visit_months", "scan_months", "dropout_per_year", "signals", "endpoints", "contrasts", "notes");
        TrialFile file = new()
        {
            Trial = m.Required("trial"), Presets = CohortFileReader.Presets(m, library), Background = m.Words("background"), RunInDays = Within(m, "run_in_days", 240, 0, 36_525),
            ScreeningDays = Within(m, "screening_days", 0, 0, 3653), CompetitivenessDays = Within(m, "competitiveness_days", 0, 0, 36_525), History = [.. m.Maps("history").Select(History)],
            Eligibility = [.. m.Words("eligibility").Select(Formula.Parse)], Arms = [.. m.Maps("arms").Select(Arm)], VisitDays = Days(m, "visit_months"), ScanDays = Days(m, "scan_months"),
            DropoutPerYear = Within(m, "dropout_per_year", 0, 0, 5), Signals = [.. m.Maps("signals").Select(Signal)], Endpoints = [.. m.Maps("endpoints").Select(Endpoint)],
            Contrasts = [.. m.Maps("contrasts").Select(Contrast)], Notes = m.Words("notes"),
        };
        if (file.VisitDays.Count + file.ScanDays.Count == 0) throw m.Fault("visit_months", "a trial needs visits or scans after randomisation; write for example 'visit_months: [3, 6]'.");
        foreach (string i in file.Background.Concat(file.Arms.SelectMany(a => a.Interventions)))
            if (!library.Interventions.Has(i)) throw m.Fault("arms", $"'{Echo.Of(i)}' is no intervention of models/interventions.tsv.{NearestName.Hint(i, library.Interventions.Rows.Select(r => r.Intervention).Distinct())}");
        foreach (TrialEndpoint e in file.Endpoints)
            foreach (string s in e.Signals) Known(m, "endpoints", s, file.Signals.Select(x => x.Id));
        foreach (TrialContrast c in file.Contrasts)
        {
            Known(m, "contrasts", c.Endpoint, file.Endpoints.Select(x => x.Id));
            Known(m, "contrasts", c.Treated, file.Arms.Select(x => x.Id));
            Known(m, "contrasts", c.Control, file.Arms.Select(x => x.Id));
            Fits(m, c, file.Endpoints.First(e => e.Id == c.Endpoint).Kind);
        }
        return file;
    }

    private static void Fits(YamlMap m, TrialContrast c, EndpointKind kind)
    {
        bool fits = c.Estimator switch
        {
            Estimator.HazardRatio or Estimator.Medians => kind == EndpointKind.First,
            Estimator.RateRatio => kind == EndpointKind.Count,
            Estimator.OddsRatio => kind == EndpointKind.None,
            _ => kind is EndpointKind.First or EndpointKind.None,
        };
        if (!fits) throw m.Fault("contrasts", $"'{c.Endpoint}' is an endpoint of another kind than the estimate of '{c.Published}' needs (hazard_ratio, medians: first; odds_ratio: none; rate_ratio: count; shares: first or none).");
    }

    private static TrialHistory History(YamlMap m)
    {
        m.AllowOnly("id", "readout", "over_days");
        return new(m.Required("id"), m.Required("readout"), m.Number("over_days") ?? throw m.Fault("over_days", "a number of days is expected."));
    }

    private static TrialArm Arm(YamlMap m)
    {
        m.AllowOnly("id", "label", "size", "interventions");
        int size = m.Count("size", 0);
        if (size is < 1 or > 100_000) throw m.Fault("size", "1 to 100,000 people are possible.");
        return new(m.Required("id"), m.Text("label") ?? m.Required("id"), size, m.Words("interventions"));
    }

    private static TrialSignal Signal(YamlMap m)
    {
        m.AllowOnly("id", "jump", "rises", "level", "worsens", "at_least", "confirmed_days");
        (SignalKind Kind, string Key)[] kinds = [(SignalKind.Jump, "jump"), (SignalKind.ScanRise, "rises"), (SignalKind.ScanLevel, "level"), (SignalKind.Confirmed, "worsens")];
        (SignalKind Kind, string Key)[] given = [.. kinds.Where(k => m.Has(k.Key))];
        if (given.Length != 1) throw m.Fault("id", "a signal is one of jump (of the model), rises or level (a read-out on scans), worsens (a score at visits).");
        return new(m.Required("id"), given[0].Kind, m.Required(given[0].Key), m.Number("at_least") ?? 1, m.Number("confirmed_days") ?? 84);
    }

    private static TrialEndpoint Endpoint(YamlMap m)
    {
        m.AllowOnly("id", "first", "none", "count");
        (EndpointKind Kind, string Key)[] kinds = [(EndpointKind.First, "first"), (EndpointKind.None, "none"), (EndpointKind.Count, "count")];
        (EndpointKind Kind, string Key)[] given = [.. kinds.Where(k => m.Has(k.Key))];
        if (given.Length != 1 || m.Words(given[0].Key).Count == 0) throw m.Fault("id", "an endpoint is one of first, none or count, with a list of signals.");
        return new(m.Required("id"), given[0].Kind, m.Words(given[0].Key));
    }

    private static TrialContrast Contrast(YamlMap m)
    {
        m.AllowOnly("published", "endpoint", "estimate", "treated", "control");
        Estimator estimator = m.Required("estimate") switch
        {
            "hazard_ratio" => Estimator.HazardRatio,
            "odds_ratio" => Estimator.OddsRatio,
            "rate_ratio" => Estimator.RateRatio,
            "shares" => Estimator.Shares,
            "medians" => Estimator.Medians,
            string other => throw m.Fault("estimate", $"'{Echo.Of(other)}' is unknown; write hazard_ratio, odds_ratio, rate_ratio, shares or medians."),
        };
        return new(m.Required("published"), m.Required("endpoint"), estimator, m.Required("treated"), m.Required("control"));
    }

    private static IReadOnlyList<double> Days(YamlMap m, string key)
    {
        double[] months = [.. m.Words(key).Select(w => double.TryParse(w, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out double v) && v is > 0 and <= 1200 ? v
            : throw m.Fault(key, $"'{Echo.Of(w)}' is no month after randomisation; write numbers above 0."))];
        return months.Zip(months.Skip(1)).All(p => p.First < p.Second) ? [.. months.Select(x => Math.Round(x * Month))] : throw m.Fault(key, "months ascend.");
    }

    private static double Within(YamlMap m, string key, double fallback, double least, double most)
    {
        double value = m.Number(key) ?? fallback;
        return value >= least && value <= most ? value : throw m.Fault(key, FormattableString.Invariant($"'{key}: {value}' lies outside {least:0.##} to {most:0}."));
    }

    private static void Known(YamlMap m, string key, string id, IEnumerable<string> ids)
    {
        if (!ids.Contains(id)) throw m.Fault(key, $"'{Echo.Of(id)}' is not defined in this file; there are {string.Join(", ", ids)}.");
    }
}
