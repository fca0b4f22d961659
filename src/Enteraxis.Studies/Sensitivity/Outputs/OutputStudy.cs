using Enteraxis.Statistics.Screening;

namespace Enteraxis.Studies.Sensitivity.Outputs;

/// <summary>Screens, takes slopes, emulates and identifies, in this order.</summary>
internal static class OutputStudy
{
    // Ends of Morris's range: the 5 and 95 % points of every prior.
    private const double Reach = 1.6448536269514722;

    /// <summary>How many runs it takes.</summary>
    public static int Count(SensitivityFile file) => file.Outputs is not { } plan ? 0
        : 1 + plan.Trajectories * (file.Parameters.Count + 1) + (plan.Step > 0 ? 2 * file.Parameters.Count : 0) + (plan.Keep > 0 ? plan.Points : 0);

    public static OutputFindings Run(SensitivityFile file, OutputRuns runs, int threads)
    {
        OutputPlan plan = file.Outputs!;
        int parameters = file.Parameters.Count;
        OutputValues centre = runs.At("centre", "Centre", new double[parameters], mayFail: false);
        ElementaryEffect[][] screening = plan.Trajectories > 0 ? Screen(file, plan, runs) : [];
        (OutputValues Low, OutputValues High)[] sides = plan.Step > 0 ? [.. Enumerable.Range(0, parameters).Select(i => (runs.At($"slope-{i:D4}-low", "Slopes", At(parameters, i, -plan.Step)), runs.At($"slope-{i:D4}-high", "Slopes", At(parameters, i, plan.Step))))] : [];
        OutputFindings found = new(runs.Outputs, [.. runs.Outputs.Select((_, o) => Bias(plan, o))], centre, screening, LocalEffects.Of(file, plan, runs.Outputs.Count, sides), null, Kept(plan, parameters, screening), [], [], double.NaN, 0, 0);
        if (sides.Length > 0) found = found with { Information = LocalEffects.Information(plan, found, sides) };
        if (plan.Keep > 0) found = EmulatedStage.Of(file, plan, runs, found, sides, threads);
        return found with { Runs = runs.Runs, Failed = runs.Failed };
    }

    // Biases are normal laws about nothing, so that their variance adds to that of the target.
    private static double Bias(OutputPlan plan, int output) => Math.Sqrt(plan.Stage.Biases.Where(b => b.Target == output).Sum(b => Math.Pow((b.Term.At(1) - b.Term.At(-1)) / 2, 2)));

    internal static double[] At(int parameters, int moved, double z)
    {
        double[] place = new double[parameters];
        place[moved] = z;
        return place;
    }

    private static ElementaryEffect[][] Screen(SensitivityFile file, OutputPlan plan, OutputRuns runs)
    {
        MorrisDesign design = new(file.Parameters.Count, plan.Trajectories, plan.Levels, file.Seed);
        OutputValues[][] made = [.. Enumerable.Range(0, plan.Trajectories).Select(t =>
            design.Trajectory(t, out _).Select((p, m) => runs.At($"morris-{t:D4}-{m:D4}", "Screening", [.. p.Select(x => Reach * (2 * x - 1))])).ToArray())];
        return [.. Enumerable.Range(0, runs.Outputs.Count).Select(o => ElementaryEffects.Of(design, file.Parameters.Count, [.. made.Select(t => t.Select(v => v.All[o]).ToArray())], file.Seed))];
    }

    // By the greatest share that a parameter has in any output, so that one which alone moves one output stays.
    private static int[] Kept(OutputPlan plan, int parameters, ElementaryEffect[][] screening)
    {
        int[] all = [.. Enumerable.Range(0, parameters)];
        if (plan.Keep == 0) return [];
        if (screening.Length == 0 || parameters <= plan.Keep) return [.. all.Take(plan.Keep)];
        double Share(ElementaryEffect[] effects, int i) => effects.Sum(e => double.IsFinite(e.Strength.Middle) ? e.Strength.Middle : 0) is > 0 and var sum && double.IsFinite(effects[i].Strength.Middle) ? effects[i].Strength.Middle / sum : 0;
        return [.. all.OrderByDescending(i => screening.Max(effects => Share(effects, i))).ThenBy(i => i).Take(plan.Keep).Order()];
    }
}
