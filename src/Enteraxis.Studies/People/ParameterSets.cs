using Enteraxis.Studies.Tables;

namespace Enteraxis.Studies.People;

/// <summary>
/// The same few people under many draws of the uncertain parameters: what they differ by from draw to draw is what is not known of the
/// parameters, and nothing else.
/// </summary>
/// <remarks>Each starts from the twin's own present; the community's competitiveness is solved anew under each draw, so that the profile stays.</remarks>
public sealed class ParameterSets(StudyContext context)
{
    // Far from the numbers of the histories.
    private const ulong FirstSet = 1UL << 32;

    /// <returns>Twins by draw, then person: draw k holds the entries k·people … (k+1)·people − 1.</returns>
    public IReadOnlyList<Twin> Cross(IReadOnlyList<Twin> twins, int sets, CancellationToken cancellation)
    {
        List<(Twin Twin, Dictionary<string, double> Changed, IReadOnlyDictionary<string, double> Drawn)> crossed = [];
        for (int k = 0; k < sets; k++)
            foreach (Twin twin in twins)
            {
                IReadOnlyDictionary<string, double> own = context.Draw.Draw(twin.Origin, twin.Origin).Values, other = context.Draw.Draw(FirstSet + (ulong)k, twin.Origin).Values;
                crossed.Add((twin, Difference(own, other), other));
            }
        Dictionary<string, double>?[] solved = context.Solve([.. crossed.Select(c => (c.Twin.Origin, c.Drawn))], cancellation);
        return [.. crossed.Select((c, i) =>
        {
            Dictionary<string, double> values = new(c.Twin.Values, StringComparer.Ordinal);
            foreach ((string name, double value) in c.Changed) values[name] = value;
            foreach ((string name, double value) in solved[i] ?? []) values[name] = value;
            return c.Twin with { Values = values };
        })];
    }

    /// <summary>People spread evenly over the twins.</summary>
    public static IReadOnlyList<Twin> Spread(IReadOnlyList<Twin> twins, int count) =>
        [.. Enumerable.Range(0, Math.Min(count, twins.Count)).Select(i => twins[(int)((i + 0.5) * twins.Count / Math.Min(count, twins.Count))])];

    // Only parameters that the draw moves: what the person's past has moved stays moved.
    private Dictionary<string, double> Difference(IReadOnlyDictionary<string, double> own, IReadOnlyDictionary<string, double> other)
    {
        Dictionary<string, double> changed = new(StringComparer.Ordinal);
        foreach ((string name, double value) in other)
        {
            double before = own.TryGetValue(name, out double v) ? v : context.Library.Parameters.Find(name)?.Value ?? double.NaN;
            if (value != before && context.Axis.Model.Find(name)?.Kind == Modelling.Models.QuantityKind.Parameter) changed[name] = value;
        }
        foreach ((string name, double _) in own)
            if (!other.ContainsKey(name) && context.Library.Parameters.Find(name) is ParameterRow centre) changed[name] = centre.Value;
        return changed;
    }
}
