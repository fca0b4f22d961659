using Enteraxis.Studies.Calibration;
using Enteraxis.Studies.People;
using Enteraxis.Studies.Tables;
using Enteraxis.Studies.Tests.People;

namespace Enteraxis.Studies.Tests.Calibration;

/// <summary>One place decides what is calibrated; a small ensemble is put under models/ and taken away again.</summary>
public sealed class CalibrationStandingTests : IDisposable
{
    private const string Ensemble = "# Sets that were found together.\nmember\teffect\tspread(rate)\n1\t0.4\t0.3\n2\t0.6\t0.35\n";
    private const string Fit = """
        stage	target	statistic	value	low	high	unit	posterior	p05	p95	verdict	evidence
        course	rate_of_events	events_a_year	0.7	0.6	0.8	1	0.71	0.6	0.8	hit	EV-A-1
        course	score_slope	score_a_year	0.1	0.05	0.15	1	0.3	0.2	0.4	miss	-

        """;

    private readonly SmallStudy _study = new();

    public void Dispose() => _study.Dispose();

    private ScienceLibrary With(string? ensemble, string? fit = null)
    {
        if (ensemble is not null) _study.Folder.Write("models/ensemble.tsv", ensemble);
        if (fit is not null) _study.Folder.Write("models/ensemble_fit.tsv", fit);
        return ScienceLibrary.Load(_study.Folder.Path);
    }

    [Fact]
    public void Without_an_ensemble_a_page_says_that_nothing_is_calibrated_and_hits_alone_change_nothing()
    {
        CalibrationStanding standing = CalibrationStanding.Of(With(null, Fit));
        Assert.Equal("Effect sizes are assumptions, not yet calibrated. Levers are not ranked.", standing.Sentence);
        Assert.Equal((0, 2, 2), (standing.Members, standing.Uncertain, standing.Assumed));
        Assert.Empty(standing.Targets);
    }

    [Fact]
    public void Columns_of_an_ensemble_are_calibrated_whatever_the_table_says_and_the_rest_is_not()
    {
        ScienceLibrary library = With(Ensemble, Fit);
        CalibrationStanding standing = CalibrationStanding.Of(library);
        Assert.Equal(["calibrated", "calibrated", "assumed"], new[] { "effect", "rate", "gain" }.Select(n => standing.StatusOf(library.Parameters.Find(n)!)));
        Assert.Equal("Of 3 uncertain parameters 0 are from the literature and 2 were calibrated, 2 of them together in 2 sets that hit 1 of 2 targets; 1, most effect sizes of levers among them, are assumptions, not yet calibrated. Levers are not ranked.", standing.Sentence);
        Assert.Contains("whose hits are not recorded", CalibrationStanding.Of(With(Ensemble, "stage\ttarget\tstatistic\tvalue\tlow\thigh\tunit\tposterior\tp05\tp95\tverdict\tevidence\n")).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Not_yet_calibrated_is_said_no_more_where_it_no_longer_holds()
    {
        CalibrationStanding standing = CalibrationStanding.Of(With("member\teffect\tgain\n1\t0.4\t1.1\n2\t0.5\t0.9\n", Fit));
        Assert.DoesNotContain("not yet calibrated", standing.Sentence, StringComparison.Ordinal);
        Assert.Equal(0, standing.Assumed);
    }

    [Fact]
    public void A_person_study_draws_its_parameter_sets_from_the_members_and_shows_what_they_rest_on()
    {
        With(Ensemble, Fit);
        using SmallStudy study = new();
        study.Folder.Write("models/ensemble.tsv", Ensemble);
        study.Folder.Write("models/ensemble_fit.tsv", Fit);
        ScienceLibrary library = ScienceLibrary.Load(study.Folder.Path);
        StudyContext plain = study.Context();
        AxisModel axis = AxisModel.Read(library.AxisPath, library.Parameters, plain.Axis.Observables);
        StudyContext context = new()
        {
            Library = library, Study = study.Study, Answers = study.Answers, Profile = SmallStudy.Profile, Axis = axis, Control = plain.Control, Levers = study.Study.Levers, Seed = 1, Twins = 2, Threads = 1,
            Chunks = plain.Chunks, Log = plain.Log, Meter = plain.Meter, Competitiveness = plain.Competitiveness, Draw = new PersonDraw(library, study.Answers, 1, 2),
        };
        History history = new HistoryBank(context).Simulate(CancellationToken.None)[0];
        IReadOnlyList<Twin> crossed = new ParameterSets(context).Cross([Twin.Of(context, history, 0)], 4, 1, CancellationToken.None);
        Assert.Equal([0.4, 0.6, 0.4, 0.6], crossed.Select(t => Math.Round(t.Values["effect"], 9)));

        PersonStudyRequest request = study.Request("run");
        PersonStudyResult r = PersonStudy.Run(request, library, study.Study, study.Answers, SmallStudy.Profile, StudyInputs.Collect(request), null, CancellationToken.None);
        Assert.Contains("together in 2 sets that hit 1 of 2 targets", r.CalibrationSentence, StringComparison.Ordinal);
        Assert.Equal(["rate_of_events", "score_slope"], r.Targets.Select(t => t.Target));
        Assert.Equal("calibrated", r.Parameters.Single(p => p.Name == "effect").Status);
        Assert.Contains(r.Evidence, e => e.Id == "EV-A-1");
    }

    [Fact]
    public void A_faulty_table_of_hits_gets_a_sentence() =>
        Assert.Contains("verdict", Installation.Fault(() => CalibrationStanding.Of(With(Ensemble, Fit.Replace("\tmiss\t", "\tperhaps\t", StringComparison.Ordinal)))), StringComparison.Ordinal);
}
