using Enteraxis.Numerics;
using Enteraxis.Numerics.Text;
using Enteraxis.Studies.Cohorts.Widths;
using Enteraxis.Studies.Tables;
using Enteraxis.Studies.Yaml;

namespace Enteraxis.Studies.Cohorts;

/// <summary>Reads a study of a cohort and checks it against the tables.</summary>
public static class CohortFileReader
{
    /// <summary>More would not fit a disk or a life.</summary>
    public const int MostPeople = 1_000_000;

    public static CohortFile Read(string path, ScienceLibrary library) => Read(YamlFile.Read(path), library);

    public static CohortFile Read(YamlMap m, ScienceLibrary library)
    {
        m.AllowOnly("title", "presets", "people", "years", "run_in_days", "visit_every_days", "competitiveness_days", "uncertain_parameters", "readouts", "events", "arms", "milestones", "maximum_failed_share", "notices", "width");
        CohortFile file = new()
        {
            Title = m.Required("title"), Presets = Presets(m, library), People = m.Count("people", 1000), Years = m.Number("years") ?? 10, RunInDays = m.Number("run_in_days") ?? 240,
            VisitEveryDays = m.Number("visit_every_days") ?? 182.625, CompetitivenessDays = m.Number("competitiveness_days") ?? 0, UncertainParameters = m.Flag("uncertain_parameters"),
            Readouts = m.Words("readouts"), Events = [.. m.Maps("events").Select(Event)], Arms = Arms(m, library), Milestones = [.. m.Maps("milestones").Select(Milestone)],
            MaximumFailedShare = m.Number("maximum_failed_share") ?? 0.02, Notices = m.Words("notices"),
        };
        Range(m, "people", file.People, 1, MostPeople);
        Range(m, "years", file.Years, 0.01, 100);
        Range(m, "run_in_days", file.RunInDays, 0, 36_525);
        Range(m, "visit_every_days", file.VisitEveryDays, 1, 36_525);
        Range(m, "competitiveness_days", file.CompetitivenessDays, 0, 36_525);
        Range(m, "maximum_failed_share", file.MaximumFailedShare, 0, 1);
        if (file.Readouts.Count == 0) throw m.Fault("readouts", "at least one read-out of models/readouts.tsv is expected.");
        foreach (string readout in file.Readouts) library.Readouts.Find(readout);
        if (file.Readouts.GroupBy(r => r).FirstOrDefault(g => g.Count() > 1) is { } twice) throw m.Fault("readouts", $"'{twice.Key}' stands twice; keep one.");
        foreach (CohortMilestone milestone in file.Milestones)
            if (!file.Readouts.Contains(milestone.Readout)) throw m.Fault("milestones", $"'{milestone.Readout}' is not among the read-outs of the study; add it there.");
        return file with { Width = WidthDesignReader.Read(m, file) };
    }

    /// <summary>The group 'presets' of a study: names of models/presets.tsv with their shares.</summary>
    internal static IReadOnlyList<CohortPreset> Presets(YamlMap m, ScienceLibrary library)
    {
        if (m.Map("presets") is not YamlMap presets) throw m.Fault("presets", "write a group of presets with their shares, for example 'presets:' and below it '  rrms: 1'.");
        List<CohortPreset> list = [];
        foreach (string preset in presets.Keys)
        {
            _ = library.Presets[preset];
            double share = presets.Number(preset) ?? 0;
            if (!(share >= 0)) throw presets.Fault(preset, "a share is 0 or more.");
            list.Add(new CohortPreset(preset, share));
        }
        return list.Sum(p => p.Share) > 0 ? list : throw m.Fault("presets", "at least one preset needs a share above 0.");
    }

    private static IReadOnlyList<CohortArm> Arms(YamlMap m, ScienceLibrary library)
    {
        CohortArm[] arms = [.. m.Maps("arms").Select(a =>
        {
            a.AllowOnly("id", "label", "interventions", "start_day");
            CohortArm arm = new(a.Required("id"), a.Text("label") ?? a.Required("id"), a.Words("interventions"), a.Number("start_day") ?? 0);
            if (arm.Id.Length > 40 || !arm.Id.All(c => char.IsAsciiLetterOrDigit(c) || c == '_')) throw a.Fault("id", $"'{Echo.Of(arm.Id)}' is no id; use up to 40 letters, digits and underlines.");
            foreach (string i in arm.Interventions)
                if (!library.Interventions.Has(i)) throw a.Fault("interventions", $"'{Echo.Of(i)}' is no intervention of models/interventions.tsv.{NearestName.Hint(i, library.Interventions.Rows.Select(r => r.Intervention).Distinct())}");
            if (arm.StartDay < 0) throw a.Fault("start_day", "days count from entering; write 0 or more.");
            return arm;
        })];
        if (arms.GroupBy(a => a.Id).FirstOrDefault(g => g.Count() > 1) is { } twice) throw m.Fault("arms", $"the arm '{twice.Key}' stands twice; ids are unique.");
        return arms.Length > 0 ? arms : [new CohortArm("untreated", "untreated", [], 0)];
    }

    private static CohortEvent Event(YamlMap m)
    {
        m.AllowOnly("kind", "jump", "size", "system");
        return new(m.Required("kind"), m.Required("jump"), m.Text("size") ?? "", m.Text("system") ?? "");
    }

    private static CohortMilestone Milestone(YamlMap m)
    {
        m.AllowOnly("id", "label", "readout", "level", "confirmed_days");
        return new(m.Required("id"), m.Required("label"), m.Required("readout"), m.Number("level") ?? throw m.Fault("level", "a level is expected."), m.Number("confirmed_days") ?? 0);
    }

    private static void Range(YamlMap m, string key, double value, double least, double most)
    {
        if (!(value >= least && value <= most)) throw m.Fault(key, FormattableString.Invariant($"'{key}: {value}' lies outside {least:0.##} to {most:0}."));
    }
}
