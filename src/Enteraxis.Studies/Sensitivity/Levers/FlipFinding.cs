namespace Enteraxis.Studies.Sensitivity.Levers;

public enum FlipVerdict
{
    /// <summary>The first is better at one place and the second at another, each beyond chance.</summary>
    Flips,

    /// <summary>Which is better can be told at some places and not at others, and never the other way round.</summary>
    Fades,

    /// <summary>Which is better can be told nowhere.</summary>
    NeverTold,

    /// <summary>The same one is better at every place, beyond chance.</summary>
    DoesNotFlip,

    /// <summary>The comparison is the same at every place.</summary>
    NoPart,
}

public enum AssumptionKind { Parameter, Pair, Switch, Variant }

/// <summary>The comparison at one place of an assumption.</summary>
/// <param name="Place">In standard deviations of the prior; 0 for switches and variants.</param>
/// <param name="Told">The place in words: a value, or what was turned.</param>
/// <param name="Differences">By outcome, first lever less second.</param>
public sealed record FlipPoint(double Place, string Told, IReadOnlyList<Estimate> Differences);

/// <summary>What one assumption does to the comparison of two levers.</summary>
/// <param name="Points">Ascending, the centre among them.</param>
/// <param name="FlipsAt">By outcome: the value of the parameter at which the sign turns; NaN where it does not, or for what has no value.</param>
public sealed record FlipFinding(AssumptionKind Kind, string Name, string Label, IReadOnlyList<FlipPoint> Points, IReadOnlyList<double> FlipsAt)
{
    public FlipVerdict Verdict(int outcome) => Known(outcome).Length == Points.Count && Reach(outcome) == 0 ? FlipVerdict.NoPart : Of(Points.Select(p => p.Differences[outcome].Sign));

    /// <summary>How far the difference moves over the range.</summary>
    public double Reach(int outcome) => Known(outcome) is { Length: > 0 } known ? known.Max() - known.Min() : 0;

    /// <summary>Differences at all places whose runs reached their end.</summary>
    public double[] Known(int outcome) => [.. Points.Select(p => p.Differences[outcome].Value).Where(double.IsFinite)];

    internal static FlipVerdict Of(IEnumerable<int> signs)
    {
        int[] all = [.. signs];
        bool up = all.Contains(1), down = all.Contains(-1);
        return up && down ? FlipVerdict.Flips : !up && !down ? FlipVerdict.NeverTold : all.Contains(0) ? FlipVerdict.Fades : FlipVerdict.DoesNotFlip;
    }
}
