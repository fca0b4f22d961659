using Enteraxis.Numerics;
using Enteraxis.Numerics.Text;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Studies.People;

/// <summary>Everything a study names must exist, before anything is simulated.</summary>
public static class StudyChecks
{
    /// <summary>Quantities of the model that the study looks at.</summary>
    public static IEnumerable<string> Observables(StudyFile s) =>
        [.. s.Readouts.Select(r => r.Readout), .. s.History.Select(h => h.Readout), .. s.Headlines.Select(h => h.Readout), .. s.Acids.Select(a => a.Readout), .. s.Fans.Select(f => f.Readout)];

    /// <exception cref="InputException">A read-out, intervention, trait, preset or comparison is not there, or a sentence may not stand on a page.</exception>
    public static void Check(StudyFile study, ScienceLibrary library)
    {
        library.Forbidden.Check(Sentences.Of(study));
        foreach (string readout in Observables(study)) library.Readouts.Find(readout);
        foreach (HistoryMatch h in study.History)
            if (library.Traits.Find(h.Trait) is null) throw new InputException($"The study conditions on '{h.Trait}', which is no trait of models/traits.tsv.");
        foreach (Lever lever in study.Levers)
            foreach (string intervention in lever.Interventions)
                if (!library.Interventions.Has(intervention))
                    throw new InputException($"The lever '{lever.Id}' names '{intervention}', which is no intervention of models/interventions.tsv; there are {string.Join(", ", library.Interventions.Rows.Select(r => r.Intervention).Distinct())}.");
        foreach (Lever lever in study.Levers)
        {
            // A name that nothing knows makes every comparison false: the lever would be missing from every page without a word.
            if (lever.Applies?.Names.FirstOrDefault(n => library.Traits.Find(n) is null) is string name)
                throw new InputException($"The lever '{lever.Id}' applies where '{lever.Applies.Text}', but '{name}' is no trait of models/traits.tsv.{NearestName.Hint(name, library.Traits.Rows.Select(t => t.Key))}");
            if (lever.EvidenceIds.Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(e => library.Evidence.Find(e) is null) is string id)
                throw new InputException($"The lever '{lever.Id}' points at the evidence '{id}', which is not in evidence/evidence.tsv.");
        }
        foreach (FanRequest fan in study.Fans)
            if (fan.Comparison.Length > 0 && fan.Comparison != study.Combination?.Id && study.Levers.All(l => l.Id != fan.Comparison))
                throw new InputException($"The fan chart of '{fan.Readout}' compares with '{fan.Comparison}', which is no lever of the study.");
        if (study.ReferencePreset.Length > 0) _ = library.Presets[study.ReferencePreset];
    }
}
