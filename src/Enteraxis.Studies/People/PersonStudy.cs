using Enteraxis.Modelling.Models;
using Enteraxis.Numerics;
using Enteraxis.Studies.Runs;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Studies.People;

/// <summary>One person, two years, several levers on the same twins.</summary>
public static class PersonStudy
{
    /// <summary>Checks all inputs before anything is written, then simulates; a run that was stopped goes on from its finished parts.</summary>
    /// <exception cref="InputException">Bad input; the folder is as it was.</exception>
    /// <exception cref="OperationCanceledException">Stopped; the same request goes on later.</exception>
    public static PersonStudyResult Run(PersonStudyRequest request, IProgress<StudyProgress>? progress = null, CancellationToken cancellation = default)
    {
        progress?.Report(new StudyProgress(0, "Reading"));
        SortedDictionary<string, byte[]> inputs = StudyInputs.Collect(request);
        ScienceLibrary library = ScienceLibrary.Load(request.RootPath);
        Questionnaire answers = QuestionnaireReader.Read(request.QuestionnairePath, library.Traits);
        StudyFile study = StudyFileReader.Read(StudyInputs.StudyPath(request));
        StudyChecks.Check(study, library);
        GutProfile profile = ProfileSource.Read(request.TablePath, request.SampleId, Path.Combine(request.RootPath, "models", "gut"), library.Guilds.Rows);
        if (request.Twins is < 2) throw new InputException("--twins: at least two twins are needed.");
        if (request.Twins > StudyFile.MostTwins) throw new InputException(FormattableString.Invariant($"--twins: {request.Twins} is more than the {StudyFile.MostTwins} that a study takes."));
        return Run(request, library, study, answers, profile, inputs, progress, cancellation);
    }

    /// <summary>Makes a finished run again from the copies in its folder: the same bytes.</summary>
    public static PersonStudyResult Rerun(string manifestPath, string outDir, string rootPath, IProgress<StudyProgress>? progress = null, CancellationToken cancellation = default) =>
        Run(StudyInputs.Again(manifestPath, outDir, rootPath), progress, cancellation);

    /// <summary>The study with everything read: what tests call with a made-up profile.</summary>
    internal static PersonStudyResult Run(PersonStudyRequest request, ScienceLibrary library, StudyFile study, Questionnaire answers, GutProfile profile,
        SortedDictionary<string, byte[]> inputs, IProgress<StudyProgress>? progress, CancellationToken cancellation)
    {
        KnownPerson known = new(library.Traits, answers);
        IReadOnlyList<Lever> levers = known.Levers(study, request.All);
        IReadOnlyList<Arm> arms = Arm.Of(study, levers);
        string[] arrows = [.. library.Arrows.Rows.Select(a => a.Id)];
        AxisModel axis = AxisModel.Read(library.AxisPath, library.Parameters, StudyChecks.Observables(study).Concat(arrows));
        AxisModel control = AxisModel.Read(library.CompetitivenessPath, library.Parameters, CompetitivenessSolver.Observables(library.Guilds.Rows));
        IReadOnlySet<string> onPath = new Influence(axis.Model).Reaching(study.ChainReadout, arrows);
        IReadOnlyList<ModelVariant> variants = ModelVariant.Of(library);
        int twins = request.Twins ?? study.Twins, crossed = study.ParameterSets * Math.Min(study.PeoplePerSet, twins) * study.ChanceRepeats + variants.Count * Math.Min(study.ReadingPeople, twins);
        cancellation.ThrowIfCancellationRequested();

        RunFolder folder = RunFolder.Open(request.OutDir, StudyInputs.Manifest(request, study, library, inputs), inputs);
        try
        {
            RunLog log = new(folder.Path, TimeProvider.System);
            int threads = request.Threads > 0 ? request.Threads : Environment.ProcessorCount;
            log.Write(FormattableString.Invariant($"start, {threads} threads, {axis.StateNames.Count} states, {axis.ParameterNames.Count} parameters"));
            double history = study.RunInDays + StudyContext.HistoryDays, horizon = 365 * study.Years;
            double total = study.Bank * history + (twins + crossed) * arms.Count * horizon + study.FrozenPeople * horizon * (1 + (arms.Count - 1) * (1 + study.FrozenArrows)) + study.ReferencePeople * history;
            StudyContext context = new()
            {
                Library = library, Study = study, Answers = answers, Profile = profile, Axis = axis, Control = control, Levers = levers, Seed = request.Seed, Twins = twins,
                Threads = threads, Chunks = folder.Chunks, Log = log, Meter = new ProgressMeter(total, progress),
                Competitiveness = new CompetitivenessSolver(control, library.Guilds.Rows, profile, request.Seed, study.CompetitivenessDays),
                Draw = new PersonDraw(library, answers, request.Seed, history / 365.25),
            };
            PersonStudyResult result = new StudyRun(context, arms, [.. arrows.Where(onPath.Contains)], known, variants).Simulate(folder, cancellation);
            folder.Finish();
            log.Write(FormattableString.Invariant($"done, {total / 365.25:0} person-years at the most"));
            progress?.Report(new StudyProgress(1, "Done"));
            return result;
        }
        catch (InputException)
        {
            folder.Undo();
            throw;
        }
    }
}
