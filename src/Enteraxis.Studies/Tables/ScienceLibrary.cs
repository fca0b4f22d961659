using Enteraxis.Numerics;
using Enteraxis.Studies.Populations;
using Enteraxis.Studies.Runs;
using Enteraxis.Studies.Safety;

namespace Enteraxis.Studies.Tables;

/// <summary>All tables of an installation: the folders models/ and evidence/ under one root.</summary>
public sealed record ScienceLibrary
{
    private static readonly string[] EvidenceRead = ["evidence.tsv", "safety.tsv", "safety_classes.tsv", "forbidden_phrases.tsv"];

    public required string Root { get; init; }
    public required ParameterTable Parameters { get; init; }
    public required PresetTable Presets { get; init; }
    public required DoseTable Doses { get; init; }
    public required InterventionTable Interventions { get; init; }
    public required ReadoutTable Readouts { get; init; }
    public required ArrowTable Arrows { get; init; }
    public required GuildTable Guilds { get; init; }
    public required TraitTable Traits { get; init; }

    /// <summary>Who people are where a study draws them; read when first asked for, since most commands draw nobody.</summary>
    public PopulationTable Population => _population.Value;

    public Copula Copula => _copula.Value;

    public required EvidenceTable Evidence { get; init; }
    public required InterventionRisks Risks { get; init; }
    public required IReadOnlyList<SafetyRow> Safety { get; init; }
    public required ForbiddenPhrases Forbidden { get; init; }

    private readonly Lazy<PopulationTable> _population;
    private readonly Lazy<Copula> _copula;

    public ScienceLibrary()
    {
        _population = new(() => PopulationTable.Read(In("models", "population.tsv"), Presets!, Parameters!));
        _copula = new(() => Copula.Read(In("models", "population_correlations.tsv"), Population));
    }

    public string AxisPath => In("models", "axis.ant");

    public string CompetitivenessPath => In("models", "gut", "competitiveness.ant");

    /// <summary>The tables with what calibration found (<see cref="CalibratedTables"/>).</summary>
    /// <exception cref="InputException">A table is missing or faulty.</exception>
    public static ScienceLibrary Load(string root) => Load(root, CalibratedTables.Read(Path.Combine(root, "models")));

    /// <summary>The tables as they are, with the sets of earlier stages beside them: what a calibration starts from, whatever is installed.</summary>
    /// <param name="ensemble">Null: no stage has run.</param>
    public static ScienceLibrary LoadBeforeCalibration(string root, string? ensemble = null) => Load(root, CalibratedTables.ReadTables(Path.Combine(root, "models"), ensemble));

    private static ScienceLibrary Load(string root, CalibratedTables calibrated)
    {
        string Models(params string[] parts) => Path.Combine([root, "models", .. parts]);
        string Evidence(string name) => Path.Combine(root, "evidence", name);
        DoseTable doses = DoseTable.Read(Models("doses.tsv"));
        InterventionTable interventions = InterventionTable.Read(Models("interventions.tsv"), doses);
        TraitTable traits = TraitTable.Read(Models("traits.tsv"));
        InterventionRisks risks = InterventionRisks.Read(Evidence("safety_classes.tsv"), interventions);
        return new ScienceLibrary
        {
            Root = root, Parameters = calibrated.Parameters, Presets = calibrated.Presets, Doses = doses,
            Interventions = interventions, Readouts = ReadoutTable.Read(Models("readouts.tsv")),
            Arrows = ArrowTable.Read(Models("arrows.tsv")), Guilds = GuildTable.Read(Models("gut", "guilds.tsv")), Traits = traits,
            Evidence = EvidenceTable.Read(Evidence("evidence.tsv")), Risks = risks,
            Safety = SafetyTable.Read(Evidence("safety.tsv"), traits, risks), Forbidden = ForbiddenPhrases.Read(Evidence("forbidden_phrases.tsv")),
        };
    }

    /// <summary>Every text of models/ and every table of evidence/ that a run reads, with its hash, by path. Targets of the calibration and trials to be predicted are none of them.</summary>
    public IReadOnlyList<HashedFile> Hashes() =>
        [.. Directory.EnumerateFiles(In("models"), "*", SearchOption.AllDirectories).Where(f => Path.GetExtension(f) is ".ant" or ".tsv")
            .Concat(EvidenceRead.Select(name => In("evidence", name)))
            .Select(f => new HashedFile("model", Path.GetRelativePath(Root, f).Replace('\\', '/'), RunManifest.HashOf(f)))
            .OrderBy(h => h.Path, StringComparer.Ordinal)];

    private string In(params string[] parts) => Path.Combine([Root, .. parts]);
}
