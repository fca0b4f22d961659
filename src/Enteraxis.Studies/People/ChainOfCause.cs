using Enteraxis.Modelling.Models;
using Enteraxis.Numerics.Summaries;
using Enteraxis.Simulation;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Studies.People;

/// <summary>Per lever: how far each arrow's mean in year two departs from the own twin's, and what is left of the effect when one arrow is held.</summary>
/// <remarks>
/// Holding: the model is read with freezable arrows; the untreated course of the arrow is recorded and fed back piece by piece as level and slope,
/// so that the arrow behaves as if the lever had never been. Only the largest few arrows of a lever are held, on some of the twins.
/// </remarks>
public sealed class ChainOfCause(StudyContext context, IReadOnlyList<Arm> arms, ArmSummary summary, FutureTable futures)
{
    // A relative change below this is rounding of the solver, not a cause.
    private const double LeastChange = 1e-3;

    public IReadOnlyList<ChainLink>[] Links(Func<AxisModel> freezable, IReadOnlyList<Twin> twins, CancellationToken cancellation)
    {
        List<ChainLink>[] links = [.. arms.Select((_, a) => a == 0 ? [] : Changes(a))];
        string[] held = [.. links.SelectMany(Largest).Select(l => l.Arrow).Distinct()];
        int people = Math.Min(context.Study.FrozenPeople, futures.Complete.Count);
        if (held.Length == 0 || people == 0) return links;
        int[] some = [.. Enumerable.Range(0, people).Select(i => futures.Complete[(int)((i + 0.5) * futures.Complete.Count / people)])];
        double[] left = context.Chunks.Get("frozen", () => new FrozenArms(context, freezable(), arms, summary.Times, held)
            .Left([.. some.Select(i => twins[i])], [.. links.Select(l => Largest(l).Select(x => x.Arrow).ToArray())], cancellation));
        int at = 0;
        for (int a = 0; a < arms.Count; a++)
            foreach (ChainLink link in Largest(links[a]).ToArray())
            {
                double value = left[at++];
                links[a][links[a].IndexOf(link)] = link with { LeftIfFrozen = value };
            }
        context.Meter.Add(FrozenDays(context, arms.Count), "What is left when one arrow is held");
        return links;
    }

    /// <summary>Simulated days of this phase, for the progress.</summary>
    public static double FrozenDays(StudyContext context, int arms) =>
        context.Study.FrozenPeople * context.Horizon * (1 + (arms - 1) * (1 + context.Study.FrozenArrows));

    private List<ChainLink> Changes(int arm)
    {
        List<ChainLink> links = [];
        Equations equations = new(context.Axis.Model);
        for (int k = 0; k < summary.Arrows.Count; k++)
        {
            double[] now = futures.Column(0, summary.ArrowAt(k)), with = futures.Column(arm, summary.ArrowAt(k));
            double[] change = [.. now.Zip(with, (a, b) => (b - a) / Math.Abs(a)).Where(double.IsFinite)];
            if (change.Length == 0) continue;
            Interval spread = Interval.Of(change);
            if (Math.Max(Math.Abs(spread.Middle), Math.Max(Math.Abs(spread.Low), Math.Abs(spread.High))) < LeastChange) continue;
            ArrowRow arrow = context.Library.Arrows.Rows.First(r => r.Id == summary.Arrows[k]);
            links.Add(new ChainLink(arrow.Id, arrow.From, arrow.To, arrow.Status, spread.Middle, spread.Low, spread.High, null, arrow.Label, equations.Of(arrow.Id) ?? ""));
        }
        return links;
    }

    private IEnumerable<ChainLink> Largest(List<ChainLink> links) =>
        links.Where(l => Math.Abs(l.FluxChange) >= LeastChange).OrderByDescending(l => Math.Abs(l.FluxChange)).ThenBy(l => l.Arrow, StringComparer.Ordinal).Take(context.Study.FrozenArrows);
}
