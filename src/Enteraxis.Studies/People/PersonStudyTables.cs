using Enteraxis.Studies.Runs;

namespace Enteraxis.Studies.People;

/// <summary>The numbers behind every picture, as TSV and Parquet.</summary>
internal static class PersonStudyTables
{
    private static readonly Type Text = typeof(string), Number = typeof(double), Whole = typeof(int);

    internal static void Write(RunFolder folder, PersonStudyResult r)
    {
        foreach (ResultTable table in new[] { Effects(r), Sources(r), Readings(r), Chain(r), Courses(r), Profile(r), Summary(r) })
        {
            folder.Add("result", table.Name + ".tsv", table.ToTsv());
            folder.Add("result", table.Name + ".parquet", table.ToParquet());
        }
    }

    private static ResultTable Effects(PersonStudyResult r)
    {
        ResultTable t = new("effects", ("lever", Text), ("read_out", Text), ("unit", Text), ("as_now", Number), ("with", Number), ("difference", Number), ("people_p05", Number), ("people_p95", Number),
            ("parameters_p05", Number), ("parameters_p95", Number), ("ratio_of_means", Number), ("ratio_p05", Number), ("ratio_p95", Number), ("cannot_tell", Whole), ("evidence_mark", Text));
        foreach (LeverResult l in r.Levers)
            foreach (LeverEffect e in l.Effects)
                t.Add(l.Id, e.ReadOut, e.Unit, e.AsNow, e.With, e.Difference, e.PeopleLow, e.PeopleHigh, e.ParametersLow, e.ParametersHigh, Ratio(e, e.Difference), Ratio(e, e.ParametersLow), Ratio(e, e.ParametersHigh), e.CannotTell ? 1 : 0, l.EvidenceMark);
        return t;
    }

    // Of the means; its interval is the parameter interval of the difference over the mean without the lever.
    private static double? Ratio(LeverEffect e, double difference) => e.AsNow > 0 ? 1 + difference / e.AsNow : null;

    private static IEnumerable<(string Lever, string ReadOut, string Unit, double Mean, ForecastSources Sources)> Forecasts(PersonStudyResult r) =>
        [.. r.Forecasts.Select(f => ("as_now", f.ReadOut, f.Unit, f.Mean, f.Sources)), .. r.Levers.SelectMany(l => l.Effects.Select(e => (l.Id, e.ReadOut, e.Unit, e.Difference, e.Sources)))];

    // Variances as estimated, below 0 too, so that a reader may pool them.
    private static ResultTable Sources(PersonStudyResult r)
    {
        string[] names = [.. ForecastSources.Unknown.All.Select(s => s.Name)];
        ResultTable t = new("sources", [("lever", Text), ("read_out", Text), ("unit", Text), ("mean", Number), .. names.SelectMany(n => new[] { ($"variance_{n}", Number), ($"error_{n}", Number) }), ("largest", Text)]);
        foreach ((string lever, string readout, string unit, double mean, ForecastSources s) in Forecasts(r))
            t.Add([lever, readout, unit, mean, .. s.All.SelectMany(c => new object?[] { c.Component.Value, c.Component.Error }), s.Largest ?? "cannot tell"]);
        return t;
    }

    private static ResultTable Readings(PersonStudyResult r)
    {
        ResultTable t = new("readings", ("lever", Text), ("read_out", Text), ("reading", Text), ("difference", Number), ("error", Number));
        foreach ((string lever, string readout, _, _, ForecastSources s) in Forecasts(r))
            foreach (ReadingDifference d in s.ByReading) t.Add(lever, readout, d.Id, d.Difference, d.Error);
        return t;
    }

    private static ResultTable Chain(PersonStudyResult r)
    {
        ResultTable t = new("chain", ("lever", Text), ("arrow", Text), ("from", Text), ("to", Text), ("relative_change", Number), ("p05", Number), ("p95", Number), ("effect_left_if_frozen", Number), ("evidence_mark", Text));
        foreach (LeverResult l in r.Levers)
            foreach (ChainLink c in l.Chain) t.Add(l.Id, c.Arrow, c.From, c.To, c.FluxChange, c.Low, c.High, c.LeftIfFrozen, c.EvidenceMark);
        return t;
    }

    private static ResultTable Courses(PersonStudyResult r)
    {
        ResultTable t = new("courses", ("read_out", Text), ("unit", Text), ("day", Number), ("p05", Number), ("p25", Number), ("median", Number), ("p75", Number), ("p95", Number), ("comparison", Text), ("comparison_median", Number));
        foreach (FanChart f in r.Fans)
            for (int d = 0; d < f.Days.Count; d++)
                t.Add(f.Id, f.Bands[d].Unit, f.Days[d], f.Bands[d].P05, f.Bands[d].P25, f.Bands[d].Median, f.Bands[d].P75, f.Bands[d].P95, f.ComparisonLabel ?? "", f.Comparison?[d]);
        return t;
    }

    private static ResultTable Profile(PersonStudyResult r)
    {
        ResultTable t = new("profile", ("kind", Text), ("name", Text), ("value", Number), ("low", Number), ("high", Number), ("percentile", Number), ("unit", Text));
        t.Add("mapped", "share of reads mapped to guilds", r.Profile.MappedShare, null, null, null, "1");
        foreach (GuildShare g in r.Profile.Guilds) t.Add("guild", g.Guild, g.Share, g.Low, g.High, null, "1");
        foreach (TaxonStanding x in r.Profile.Taxa) t.Add("taxon", x.Taxon, x.Share, x.Low, x.High, x.Percentile, "1");
        foreach (UnmappedTaxon u in r.Profile.Unmapped) t.Add("unmapped", u.Name, u.Share, null, null, null, "1");
        foreach (AcidProduction a in r.Profile.Acids) t.Add("production", a.Acid, a.Production.Median, a.Production.P05, a.Production.P95, null, a.Production.Unit);
        foreach (DiversityIndex d in r.Profile.Diversity) t.Add("diversity", d.Name, d.Value, null, null, null, d.Unit);
        return t;
    }

    private static ResultTable Summary(PersonStudyResult r)
    {
        ResultTable t = new("summary", ("name", Text), ("value", Text));
        foreach ((string name, string value) in r.Provenance) t.Add(name, value);
        t.Add("failures", FormattableString.Invariant($"{r.Failures}"));
        foreach (HeadlineNumber h in r.Headlines) t.Add(h.Label, $"{h.Value} ({h.Interval})");
        foreach (Alert a in r.Alerts) t.Add($"alert {a.Id}", $"{a.Word}: {a.Title}");
        return t;
    }
}
