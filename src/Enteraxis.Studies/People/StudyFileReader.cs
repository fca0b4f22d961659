using Enteraxis.Numerics;
using Enteraxis.Numerics.Text;
using Enteraxis.Studies.Formulas;
using Enteraxis.Studies.Yaml;

namespace Enteraxis.Studies.People;

/// <summary>Reads a study of one person.</summary>
public static class StudyFileReader
{
    private static readonly string[] Marks = ["high", "moderate", "low", "very low", "hypothesis"];

    public static StudyFile Read(string path) => Read(YamlFile.Read(path));

    public static StudyFile Read(YamlMap m)
    {
        m.AllowOnly("title", "years", "run_in_days", "twins", "bank", "parameter_sets", "people_per_set", "chance_repeats", "reading_people", "frozen_people", "frozen_arrows", "freeze_every_days",
            "competitiveness_days", "reference_people", "reference_preset", "maximum_failed_share", "history", "readouts", "chain_readout", "headlines", "acids", "fans",
            "levers", "combination", "notices", "person_line");
        StudyFile study = new()
        {
            Title = m.Required("title"), Years = m.Number("years") ?? 2, RunInDays = m.Number("run_in_days") ?? 240, Twins = m.Count("twins", 200), Bank = m.Count("bank", 2000),
            ParameterSets = m.Count("parameter_sets", 20), PeoplePerSet = m.Count("people_per_set", 8), ChanceRepeats = m.Count("chance_repeats", 2),
            ReadingPeople = m.Count("reading_people", 8), FrozenPeople = m.Count("frozen_people", 24),
            FrozenArrows = m.Count("frozen_arrows", 5), FreezeEveryDays = m.Number("freeze_every_days") ?? 7, CompetitivenessDays = m.Number("competitiveness_days") ?? 400,
            ReferencePeople = m.Count("reference_people", 0), ReferencePreset = m.Text("reference_preset") ?? "", MaximumFailedShare = m.Number("maximum_failed_share") ?? 0.02,
            History = [.. m.Maps("history").Select(History)], Readouts = [.. m.Maps("readouts").Select(Readout)], ChainReadout = m.Required("chain_readout"),
            Headlines = [.. m.Maps("headlines").Select(Headline)], Acids = [.. m.Maps("acids").Select(Acid)], Fans = [.. m.Maps("fans").Select(Fan)],
            Levers = [.. m.Maps("levers").Select(Lever)], Combination = m.Map("combination") is YamlMap c ? Combination(c) : null, Notices = m.Words("notices"),
            PersonLine = m.Text("person_line") ?? "",
        };
        if (study.Levers.GroupBy(l => l.Id).FirstOrDefault(g => g.Count() > 1) is { } twice) throw m.Fault("levers", $"the lever '{twice.Key}' stands twice; ids are unique.");
        if (study.Readouts.Count == 0) throw m.Fault("readouts", "at least one read-out is expected.");
        if (study.Readouts.All(r => r.Readout != study.ChainReadout)) throw m.Fault("chain_readout", $"'{study.ChainReadout}' is not among the read-outs of the study.");
        CheckSizes(m, study);
        if (study.Years <= 0 || study.Bank < 1 || study.Twins < 2) throw m.Fault("twins", "years, bank and twins need positive numbers (at least two twins).");
        return study;
    }

    /// <summary>A slip of some zeros would fill the disk or run for years without a word.</summary>
    private static void CheckSizes(YamlMap m, StudyFile s)
    {
        foreach ((string key, double value, double least, double most) in new[]
        {
            ("years", s.Years, 0, 100), ("run_in_days", s.RunInDays, 0, 36_525), ("bank", s.Bank, 1, 1_000_000), ("twins", s.Twins, 2, StudyFile.MostTwins),
            ("parameter_sets", s.ParameterSets, 0, 10_000), ("people_per_set", s.PeoplePerSet, 0, 10_000), ("chance_repeats", s.ChanceRepeats, 1, ParameterSets.MostRepeats), ("reading_people", s.ReadingPeople, 0, 10_000),
            ("frozen_people", s.FrozenPeople, 0, 10_000),
            ("frozen_arrows", s.FrozenArrows, 0, 1000), ("freeze_every_days", s.FreezeEveryDays, 1, 365), ("competitiveness_days", s.CompetitivenessDays, 1, 36_525),
            ("reference_people", s.ReferencePeople, 0, 100_000), ("maximum_failed_share", s.MaximumFailedShare, 0, 1),
        })
            if (m.Has(key) && !(value >= least && value <= most)) throw m.Fault(key, FormattableString.Invariant($"'{key}: {value}' lies outside {least:0} to {most:0}."));
        foreach (string id in s.Levers.Select(l => l.Id).Append(s.Combination?.Id ?? "none"))
            if (id.Length > 40 || !id.All(c => char.IsAsciiLetterOrDigit(c) || c == '_')) throw m.Fault("levers", $"'{Echo.Of(id)}' is no id of a lever; use up to 40 letters, digits and underlines.");
    }

    private static HistoryMatch History(YamlMap m)
    {
        m.AllowOnly("trait", "readout", "over", "kernel_sd");
        double sd = m.Number("kernel_sd") ?? 0.5;
        return sd > 0 ? new(m.Required("trait"), m.Required("readout"), OverOf(m, Over.Change), sd) : throw m.Fault("kernel_sd", "kernel_sd takes a positive number.");
    }

    private static StudyReadout Readout(YamlMap m)
    {
        m.AllowOnly("readout", "over", "label");
        return new(m.Required("readout"), OverOf(m, Over.End), m.Text("label") ?? "");
    }

    private static HeadlineRequest Headline(YamlMap m)
    {
        m.AllowOnly("readout", "over", "label", "note", "hue", "prognosis");
        return new(m.Required("readout"), OverOf(m, Over.End), m.Required("label"), m.Text("note") ?? "", m.Text("hue") ?? "person", m.Flag("prognosis"));
    }

    private static AcidRequest Acid(YamlMap m)
    {
        m.AllowOnly("acid", "readout");
        return new(m.Required("acid"), m.Required("readout"));
    }

    private static FanRequest Fan(YamlMap m)
    {
        m.AllowOnly("readout", "over", "title", "subtitle", "hue", "comparison", "prognosis");
        return new(m.Required("readout"), OverOf(m, Over.End), m.Required("title"), m.Text("subtitle") ?? "", m.Text("hue") ?? "person", m.Text("comparison") ?? "", m.Flag("prognosis"));
    }

    private static Lever Lever(YamlMap m)
    {
        m.AllowOnly("id", "label", "hue", "interventions", "harms", "evidence_mark", "evidence_text", "evidence", "research_only", "applies", "not_for", "tags", "amounts");
        Formula? applies = m.Text("applies") is string text ? Formula.Parse(text) : null;
        Dictionary<string, double> amounts = new(StringComparer.Ordinal);
        if (m.Map("amounts") is YamlMap a)
            foreach (string key in a.Keys) amounts[key] = a.Number(key) ?? 0;
        IReadOnlyList<string> interventions = m.Words("interventions");
        if (interventions.Count == 0) throw m.Fault("interventions", "a lever needs at least one intervention of models/interventions.tsv.");
        return new Lever(m.Required("id"), m.Required("label"), m.Text("hue") ?? "person", interventions, m.Required("harms"), Mark(m), m.Required("evidence_text"), m.Text("evidence") ?? "",
            m.Flag("research_only"), applies, m.Text("not_for") ?? "", m.Words("tags"), amounts);
    }

    private static CombinationRequest Combination(YamlMap m)
    {
        m.AllowOnly("id", "label", "hue", "harms", "evidence_mark", "evidence_text", "evidence");
        return new(m.Required("id"), m.Required("label"), m.Text("hue") ?? "person", m.Required("harms"), Mark(m), m.Required("evidence_text"), m.Text("evidence") ?? "");
    }

    private static string Mark(YamlMap m)
    {
        string mark = m.Required("evidence_mark");
        return Array.IndexOf(Marks, mark) >= 0 ? mark : throw m.Fault("evidence_mark", $"'{mark}' is no evidence mark; write {string.Join(", ", Marks)}.");
    }

    private static Over OverOf(YamlMap m, Over fallback) => m.Text("over") switch
    {
        null => fallback,
        "change" => Over.Change,
        "end" => Over.End,
        "mean" => Over.Mean,
        "year_two_mean" => Over.YearTwoMean,
        string other => throw m.Fault("over", $"'{other}' is unknown; write change, end, mean or year_two_mean."),
    };
}
