using Enteraxis.Numerics;
using Enteraxis.Studies.Cohorts.Widths;
using Enteraxis.Studies.People;
using Enteraxis.Studies.Runs;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Studies.Cohorts;

/// <summary>What a cohort's page is made from.</summary>
/// <param name="Failed">Courses that did not reach their end, of people times arms.</param>
/// <param name="Width">Where the width of its forecasts comes from; null where the study does without.</param>
public sealed record CohortStudyResult(CohortFile File, CohortSummary Summary, IReadOnlyList<ReadoutRow> Readouts, int People, int Failed, ulong Seed, string Version, WidthResult? Width);

/// <summary>Many people of a population over years, each under every arm with the same random draws.</summary>
public static class CohortStudy
{
    /// <summary>Checks all inputs before anything is written, then simulates; a run that was stopped goes on from its finished parts.</summary>
    /// <exception cref="InputException">Bad input; the folder is as it was.</exception>
    /// <exception cref="OperationCanceledException">Stopped; the same request goes on later.</exception>
    public static CohortStudyResult Run(CohortStudyRequest request, IProgress<StudyProgress>? progress = null, CancellationToken cancellation = default)
    {
        progress?.Report(new StudyProgress(0, "Reading"));
        ScienceLibrary library = ScienceLibrary.Load(request.RootPath);
        CohortFile file = Asked(request, CohortFileReader.Read(request.StudyPath, library), library);
        SortedDictionary<string, byte[]> inputs = new(StringComparer.Ordinal) { ["inputs/study.yaml"] = File.ReadAllBytes(request.StudyPath) };
        CohortSimulation simulation = new(library, file, file.People, request.Seed, request.Threads);
        WidthPlan? plan = WidthPlan.Of(file, library);
        WidthSimulation? design = plan is null ? null : new(library, file, simulation, plan, request.Seed, request.Threads);
        cancellation.ThrowIfCancellationRequested();
        RunFolder folder = RunFolder.Open(request.OutDir, Manifest(request, file, library, inputs), inputs);
        try
        {
            RunLog log = new(folder.Path, TimeProvider.System);
            log.Write(FormattableString.Invariant($"start, {file.People} people, {(simulation.TotalDays + (design?.TotalDays ?? 0)) / 365.25:0} person-years"));
            ProgressMeter meter = new((simulation.TotalDays + (design?.TotalDays ?? 0)) / 0.95, progress);
            // First, so that whatever a far draw of the parameters breaks shows before the long part.
            WidthValues? widths = design?.Simulate(folder.Chunks, days => meter.Add(days, "Where the width comes from"), cancellation);
            StopIfTooManyFailed(file, widths);
            CohortSummary summary = new(file, request.Seed);
            WidthMeans? means = plan is null ? null : new(plan, file);
            for (int part = 0; part < simulation.Parts; part++)
            {
                foreach (CohortMember member in simulation.Part(part, folder.Chunks, cancellation))
                {
                    summary.Add(member);
                    means?.Add(member);
                }
                meter.Add(simulation.TotalDays / simulation.Parts, "People simulated");
            }
            int runs = file.People * file.Arms.Count;
            if (summary.Failed > file.MaximumFailedShare * runs)
                throw new InputException(FormattableString.Invariant($"{summary.Failed} of {runs} courses could not be integrated, more than the {100 * file.MaximumFailedShare:0.#} % that the study allows (maximum_failed_share); see the model and the population for extreme values."));
            progress?.Report(new StudyProgress(0.95, "Tables written"));
            new CohortOutput(library, file, simulation.TraitNames, () => Enumerable.Range(0, simulation.Parts).SelectMany(p => simulation.Part(p, folder.Chunks, cancellation))).Write(folder, summary);
            WidthResult? width = plan is null ? null : WidthResult.Of(plan, file, widths!, means!);
            if (width is not null) WidthTable.Write(folder, file, width);
            folder.Finish();
            log.Write("done");
            progress?.Report(new StudyProgress(1, "Done"));
            return new CohortStudyResult(file, summary, [.. file.Readouts.Select(library.Readouts.Find)], file.People, summary.Failed, request.Seed, StudyInputs.Version, width);
        }
        catch (InputException)
        {
            folder.Undo();
            throw;
        }
    }

    // One alone is no share of anything: a person of a small design is left out.
    private static void StopIfTooManyFailed(CohortFile file, WidthValues? widths)
    {
        if (widths is null || widths.Failed <= Math.Max(1, file.MaximumFailedShare * widths.Courses)) return;
        throw new InputException(FormattableString.Invariant($"{widths.Failed} of {widths.Courses} courses of the design that tells where the width comes from could not be integrated, more than the {100 * file.MaximumFailedShare:0.#} % that the study allows (maximum_failed_share); see the spreads of models/parameters.tsv and models/variants.tsv, or write 'width: none'."));
    }

    private static CohortFile Asked(CohortStudyRequest request, CohortFile file, ScienceLibrary library)
    {
        if (request.People is < 1 or > CohortFileReader.MostPeople) throw new InputException(FormattableString.Invariant($"--people: 1 to {CohortFileReader.MostPeople} are possible."));
        if (request.Years is not (null or (> 0 and <= 100))) throw new InputException("--years: more than 0 and at most 100 are possible.");
        if (request.Preset is string preset) _ = library.Presets[preset];
        return file with
        {
            People = request.People ?? file.People, Years = request.Years ?? file.Years, Presets = request.Preset is string p ? [new CohortPreset(p, 1)] : file.Presets,
        };
    }

    private static RunManifest Manifest(CohortStudyRequest request, CohortFile file, ScienceLibrary library, IReadOnlyDictionary<string, byte[]> inputs)
    {
        List<string> command = ["cohort", "inputs/study.yaml", "--people", FormattableString.Invariant($"{file.People}"), "--years", FormattableString.Invariant($"{file.Years}")];
        if (request.Preset is string preset) command.AddRange(["--preset", preset]);
        return new RunManifest
        {
            Study = "cohort", Version = StudyInputs.Version, Seed = request.Seed, Command = command,
            Options = new SortedDictionary<string, string>(StringComparer.Ordinal)
            {
                ["people"] = FormattableString.Invariant($"{file.People}"), ["years"] = FormattableString.Invariant($"{file.Years}"), ["preset"] = request.Preset ?? "",
            },
            Inputs = [.. inputs.Select(i => new HashedFile("input", i.Key, RunManifest.Hash(i.Value)))], Models = library.Hashes(),
        };
    }
}
