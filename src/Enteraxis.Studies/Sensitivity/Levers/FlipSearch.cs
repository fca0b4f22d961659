using Enteraxis.Studies.Calibration;

namespace Enteraxis.Studies.Sensitivity.Levers;

/// <summary>Moves one parameter over its 5–95 % range and narrows down where the difference of two levers turns its sign.</summary>
internal static class FlipSearch
{
    private const double Reach = 1.6448536269514722;

    /// <param name="at">Runs the comparison at a place; called at most points + refine times.</param>
    /// <param name="own">Place at which all other assumptions are moved. <paramref name="centre"/>: the comparison there, which is not run again.</param>
    public static FlipFinding Of(FreeParameter parameter, int points, int refine, double own, IReadOnlyList<Estimate> centre, Func<double, int, IReadOnlyList<Estimate>> at)
    {
        SortedList<double, IReadOnlyList<Estimate>> found = new() { [own] = centre };
        int runs = 0;
        for (int p = 0; p < points; p++)
        {
            double place = Reach * (2.0 * p / (points - 1) - 1);
            if (Math.Abs(place - own) > 1e-3) found[place] = at(place, runs++);
        }
        for (int outcome = 0; outcome < centre.Count; outcome++)
            for (int r = 0; r < refine && runs < points + refine && Turn(found, outcome) is var (low, high); r++)
            {
                double share = Math.Clamp(found[low][outcome].Value / (found[low][outcome].Value - found[high][outcome].Value), 0.1, 0.9), place = low + share * (high - low);
                found[place] = at(place, runs++);
            }
        return new FlipFinding(AssumptionKind.Parameter, parameter.Name, parameter.Name, [.. found.Select(f => new FlipPoint(f.Key, Number(parameter.At(f.Key)), f.Value))],
            [.. Enumerable.Range(0, centre.Count).Select(o => FlipsAt(found, o) is double z ? parameter.At(z) : double.NaN)]);
    }

    // Neighbours of opposite sign, where the whole range holds both signs beyond chance; those nearest the centre.
    private static (double Low, double High)? Turn(SortedList<double, IReadOnlyList<Estimate>> found, int outcome)
    {
        if (FlipFinding.Of(found.Values.Select(v => v[outcome].Sign)) != FlipVerdict.Flips) return null;
        (double Low, double High)[] turns = [.. found.Keys.Zip(found.Keys.Skip(1)).Where(n => found[n.First][outcome].Value * found[n.Second][outcome].Value < 0)];
        return turns.Length == 0 ? null : turns.MinBy(t => Math.Abs(t.Low + t.High));
    }

    private static double? FlipsAt(SortedList<double, IReadOnlyList<Estimate>> found, int outcome)
    {
        if (FlipFinding.Of(found.Values.Select(v => v[outcome].Sign)) != FlipVerdict.Flips) return null;
        // A difference of exactly nothing is itself the turn: two levers without any effect.
        foreach ((double place, IReadOnlyList<Estimate> e) in found)
            if (e[outcome].Value == 0) return place;
        return Turn(found, outcome) is var (low, high) ? low + (high - low) * found[low][outcome].Value / (found[low][outcome].Value - found[high][outcome].Value) : null;
    }

    internal static string Number(double x) => x.ToString("G4", System.Globalization.CultureInfo.InvariantCulture);
}
