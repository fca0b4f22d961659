using System.Globalization;
using Enteraxis.Numerics.Summaries;
using Enteraxis.Studies.Calibration;
using Enteraxis.Studies.Runs;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Studies.People;

/// <summary>Puts numbers and sentences together for the page.</summary>
internal sealed class ResultBuilder(StudyContext context, IReadOnlyList<Arm> arms, ArmSummary summary, FutureTable futures, Effects effects, IReadOnlyList<ChainLink>[] chains,
    IReadOnlyDictionary<string, double[]> reference, KnownPerson known)
{
    internal PersonStudyResult Build(int bank, double effective, int failures, RunManifest manifest)
    {
        IReadOnlyList<DrawnTrait> drawn = known.Drawn(context.Study);
        IReadOnlyList<Alert> alerts = known.Alerts(context.Library, arms);
        CalibrationStanding standing = CalibrationStanding.Of(context.Library);
        ParameterNote[] parameters = [.. context.Library.Parameters.Rows.Select(p => new ParameterNote(p.Name, p.Value, p.Unit, p.BetweenPeopleText, p.UncertaintyText, standing.StatusOf(p), p.Evidence, p.Note))];
        LeverResult[] levers = [.. Enumerable.Range(1, arms.Count - 1).Select(Lever)];
        return new PersonStudyResult
        {
            PersonLine = known.Line(context.Study.PersonLine), SampleLine = context.Profile.SampleLine, Twins = futures.Rows.Count, Seed = context.Seed, EffectiveSampleSize = effective,
            BankSize = bank, Failures = failures, CalibrationSentence = standing.Sentence, Targets = standing.Targets, Notices = Notices(effective, bank, failures, drawn), DrawnTraits = drawn, Alerts = alerts,
            Headlines = [.. context.Study.Headlines.Select((h, i) => Headline(h, context.Study.Readouts.Count + i))],
            Profile = context.Profile.Section with { Acids = Acids() }, Fans = [.. context.Study.Fans.Select(Fan)], Forecasts = effects.Forecasts(), Levers = levers, Parameters = parameters,
            Evidence = Evidence(levers, alerts, parameters, standing.Targets), Provenance = Provenance(manifest, bank, effective),
        };
    }

    private LeverResult Lever(int arm)
    {
        if (arms[arm].Lever is { } l)
            return new LeverResult
            {
                Id = l.Id, Label = l.Label, Hue = l.Hue, EvidenceMark = l.EvidenceMark, EvidenceText = l.EvidenceText, EvidenceIds = l.EvidenceIds, Harms = l.Harms,
                ResearchOnly = l.ResearchOnly, Effects = effects.Of(arm), Chain = chains[arm],
            };
        CombinationRequest c = context.Study.Combination!;
        return new LeverResult
        {
            Id = c.Id, Label = c.Label, Hue = c.Hue, EvidenceMark = c.EvidenceMark, EvidenceText = c.EvidenceText, EvidenceIds = c.EvidenceIds, Harms = c.Harms, ResearchOnly = false,
            Effects = effects.Of(arm), Chain = chains[arm],
        };
    }

    private List<string> Notices(double effective, int bank, int failures, IReadOnlyList<DrawnTrait> drawn)
    {
        List<string> notices = [.. context.Study.Notices, .. context.Profile.Doubts];
        if (effective < 100)
            notices.Add(string.Create(CultureInfo.InvariantCulture, $"Few simulated pasts fit this person (effective sample size {effective:0} of {bank}): every interval is rougher than it looks."));
        if (drawn.Count > 0) notices.Add($"Not given, so drawn from the population or left open: {string.Join(", ", drawn.Select(d => d.Label))}.");
        if (failures > 0.01 * bank) notices.Add(string.Create(CultureInfo.InvariantCulture, $"{failures} courses could not be integrated and are left out."));
        return notices;
    }

    private HeadlineNumber Headline(HeadlineRequest h, int measure)
    {
        (double mean, Interval people, Interval parameters) = effects.AsNow(measure);
        string unit = context.Library.Readouts.Find(h.Readout).Unit;
        string interval = $"mean; 90 % between people: {Figures.Range(people.Low, people.High)}"
            + (double.IsFinite(parameters.Low) && double.IsFinite(parameters.High) ? $"; by the parameters: {Figures.Range(parameters.Low, parameters.High)}" : "");
        return new HeadlineNumber(h.Label, unit is "1" or "" ? Figures.Two(mean) : $"{Figures.Two(mean)} {unit}", interval, h.Note, h.Hue, h.IsPrognosis);
    }

    private AcidProduction[] Acids()
    {
        int first = context.Study.Readouts.Count + context.Study.Headlines.Count;
        return [.. context.Study.Acids.Select((a, i) =>
        {
            string unit = context.Library.Readouts.Find(a.Readout).Unit;
            return new AcidProduction(a.Acid, Figures.Spread(futures.Column(0, ArmSummary.MeasureAt(first + i)), unit), Figures.Spread(reference.GetValueOrDefault(a.Readout) ?? [], unit));
        })];
    }

    private FanChart Fan(FanRequest f, int index)
    {
        string unit = context.Library.Readouts.Find(f.Readout).Unit;
        IReadOnlyList<double> days = summary.FanDays;
        Spread[] bands = [.. days.Select((_, d) => Figures.Spread(futures.Column(0, summary.FanAt(index, d)), unit))];
        int arm = f.Comparison.Length > 0 ? effects.ArmOf(f.Comparison) : -1;
        double[]? comparison = arm < 0 ? null : [.. days.Select((_, d) => Quantile.Median(futures.Column(arm, summary.FanAt(index, d))))];
        string? label = arm < 0 ? null : arms[arm].Lever?.Label ?? context.Study.Combination?.Label;
        return new FanChart(f.Readout, f.Title, f.Subtitle, f.Hue, days, bands, label, comparison, f.IsPrognosis);
    }

    private EvidenceNote[] Evidence(LeverResult[] levers, IReadOnlyList<Alert> alerts, ParameterNote[] parameters, IReadOnlyList<TargetStanding> targets) =>
        [.. levers.SelectMany(l => EvidenceTable.IdsIn(l.EvidenceIds)).Concat(alerts.SelectMany(a => EvidenceTable.IdsIn(a.Evidence)))
            .Concat(parameters.SelectMany(p => EvidenceTable.IdsIn(p.Evidence + " " + p.Note))).Concat(targets.SelectMany(t => EvidenceTable.IdsIn(t.Evidence))).Concat(context.Profile.Section.Taxa.SelectMany(t => EvidenceTable.IdsIn(t.EvidenceIds)))
            // What says otherwise stands on the page, too.
            .SelectMany(id => (context.Library.Evidence.Find(id)?.Contradicts ?? []).Prepend(id))
            .Distinct().Order(StringComparer.Ordinal).Select(context.Library.Evidence.Find).OfType<EvidenceRow>()
            .Select(e => new EvidenceNote(e.Id, e.Claim, e.ValueText, e.Source, e.Doi, e.Status) { Certainty = e.Certainty, Contradicts = e.Contradicts, Pmid = e.Pmid })];

    private SortedDictionary<string, string> Provenance(RunManifest manifest, int bank, double effective) => new(StringComparer.Ordinal)
    {
        ["version"] = manifest.Version, ["seed"] = manifest.Seed.ToString(CultureInfo.InvariantCulture), ["twins"] = futures.Rows.Count.ToString(CultureInfo.InvariantCulture),
        ["histories"] = bank.ToString(CultureInfo.InvariantCulture), ["effective sample size"] = effective.ToString("0.0", CultureInfo.InvariantCulture),
        ["parameter draws"] = string.Create(CultureInfo.InvariantCulture, $"{context.Study.ParameterSets} × {context.Study.PeoplePerSet} people × {context.Study.ChanceRepeats} repeats of chance"),
        ["models and tables"] = RunManifest.Hash(System.Text.Encoding.UTF8.GetBytes(string.Concat(manifest.Models.Select(m => m.Sha256)))),
        ["inputs"] = RunManifest.Hash(System.Text.Encoding.UTF8.GetBytes(string.Concat(manifest.Inputs.Select(m => m.Sha256)))), ["run"] = manifest.Key(),
    };
}
