using Enteraxis.Studies.Sensitivity;
using Enteraxis.Studies.Tests.People;

namespace Enteraxis.Studies.Tests.Sensitivity;

/// <summary>The small installation with people, a stage, targets and a variant, and a study of its sensitivity.</summary>
internal static class SmallSensitivity
{
    internal const string Study = """
        title: Small sensitivity
        seed: 3
        parameters:
          of_stage: yes
          also: [effect, gain]
        outputs:
          stage: small
          people: 200
          groups: 2
          trajectories: 2
          keep: 2
          points: 12
          sobol_rows: 64
          sobol_draws: 10
        levers:
          presets: {usual: 1}
          people: 60
          run_in_days: 30
          years: 2
          outcomes:
            - {id: events, readout: events}
            - {id: score, readout: score, over: end}
          arms:
            - {id: usual}
            - {id: more, interventions: [more]}
            - {id: drug, interventions: [drug]}
            - {id: both, interventions: [more, drug]}
          compare: {first: more, second: drug}
          points: 3
          refine: 1
          pairs: 2
          switches: [sw_*]
          variants: yes
          saturation:
            - {first: more, second: drug, both: both, at: {effect: 1.5}}
        """;

    private const string Stage = """
        stage: small
        title: A small stage
        parameters:
          rate: lognormal(0.3)
          comp_two: lognormal(0.3)
        experiments:
          - id: few
            design:
              trial: few
              presets: {usual: 1}
              run_in_days: 30
              arms: [{id: untreated, size: 30}]
              visit_months: [6, 12]
            measures:
              - {target: small_events, of: mean_change, readout: events}
              - {target: small_score, of: mean_change, readout: score}
        """;

    internal static void Write(ScratchFolder folder)
    {
        SmallInstallation.Write(folder);
        folder.Write("models/population.tsv", "variable\tpreset\tlaw\tlow\thigh\tunit\tstatus\tsource\tnote\nintake\t\tlognormal(1; 0.3)\t\t\t1\tassumed\t-\t\n");
        folder.Write("models/population_correlations.tsv", "a\tb\trho\tsource\n");
        folder.Write("models/variants.tsv", "variant\tlabel\tmodel\tparameter\tvalue\tnote\nturned\tLevel raises\t\teffect\t-0.5\t\n");
        folder.Write("evidence/calibration_targets.tsv", "id\tstage\tpreset\tstatistic\tvalue\tlow\thigh\tse\tunit\tevidence\tnote\nsmall_events\tsmall\tusual\tevents\t0.8\t\t\t0.1\tevents\t-\t\nsmall_score\tsmall\tusual\tscore\t0.1\t\t\t0.02\tpoints\t-\t\n");
        folder.Write("studies/calibration/small.yaml", Stage);
        folder.Write("study.yaml", Study);
    }

    internal static SensitivityResult Run(ScratchFolder folder, string name, int threads = 1, IProgress<Studies.People.StudyProgress>? progress = null, CancellationToken cancellation = default) =>
        SensitivityStudy.Run(new SensitivityRequest { RootPath = folder[""], StudyPath = folder["study.yaml"], OutDir = folder[name], Threads = threads }, progress, cancellation);
}
