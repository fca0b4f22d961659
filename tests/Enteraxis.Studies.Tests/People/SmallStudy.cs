using Enteraxis.Studies.People;
using Enteraxis.Studies.Runs;
using Enteraxis.Studies.Tables;
using Enteraxis.Studies.Yaml;

namespace Enteraxis.Studies.Tests.People;

/// <summary>Runs the study of <see cref="SmallInstallation"/> with a made-up profile.</summary>
internal sealed class SmallStudy : IDisposable
{
    internal SmallStudy(string? study = null, string? person = null)
    {
        SmallInstallation.Write(Folder);
        if (study is not null) Folder.Write("studies/person.yaml", study);
        if (person is not null) Folder.Write("person.yaml", person);
        Library = ScienceLibrary.Load(Folder.Path);
        Study = StudyFileReader.Read(Folder["studies", "person.yaml"]);
        Answers = QuestionnaireReader.Read(YamlFile.Read(Folder["person.yaml"]), Library.Traits);
    }

    internal ScratchFolder Folder { get; } = new();
    internal ScienceLibrary Library { get; }
    internal StudyFile Study { get; }
    internal Questionnaire Answers { get; }

    internal static GutProfile Profile { get; } = new(new Dictionary<string, double> { ["one"] = 600, ["two"] = 400 },
        new ProfileSection(0.9, [], [], [new GuildShare("one", "One", 0.6, 0.57, 0.63), new GuildShare("two", "Two", 0.4, 0.37, 0.43)], [], [], [], "No reference."), "sample S1 (made up)");

    internal PersonStudyRequest Request(string run, ulong seed = 1, int threads = 1) => new()
    {
        RootPath = Folder.Path, QuestionnairePath = Folder["person.yaml"], TablePath = Folder["person.yaml"], SampleId = "S1", OutDir = Folder[run], Seed = seed, Threads = threads,
    };

    internal PersonStudyResult Run(string run, ulong seed = 1, int threads = 1, IProgress<StudyProgress>? progress = null, CancellationToken cancellation = default)
    {
        PersonStudyRequest request = Request(run, seed, threads);
        return PersonStudy.Run(request, Library, Study, Answers, Profile, StudyInputs.Collect(request), progress, cancellation);
    }

    /// <summary>What the phases of a study share, for tests of one of them.</summary>
    internal StudyContext Context(string run = "phases")
    {
        AxisModel axis = AxisModel.Read(Library.AxisPath, Library.Parameters, StudyChecks.Observables(Study).Concat(Library.Arrows.Rows.Select(a => a.Id)));
        AxisModel control = AxisModel.Read(Library.CompetitivenessPath, Library.Parameters, CompetitivenessSolver.Observables(Library.Guilds.Rows));
        Directory.CreateDirectory(Folder[run]);
        return new StudyContext
        {
            Library = Library, Study = Study, Answers = Answers, Profile = Profile, Axis = axis, Control = control, Levers = Study.Levers, Seed = 1, Twins = Study.Twins, Threads = 1,
            Chunks = new ChunkStore(Folder[run, "chunks"], run), Log = new RunLog(Folder[run], TimeProvider.System), Meter = new ProgressMeter(1, null),
            Competitiveness = new CompetitivenessSolver(control, Library.Guilds.Rows, Profile, 1, Study.CompetitivenessDays), Draw = new PersonDraw(Library, Answers, 1, 2),
        };
    }

    public void Dispose() => Folder.Dispose();
}
