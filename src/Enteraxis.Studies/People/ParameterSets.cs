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

    // Far from the copies that share a past.
    private const int RepeatBit = 58;

    /// <summary>More repeats have no key of their own.</summary>
    public const int MostRepeats = 31;

    /// <param name="repeats">How often each meets a draw, each time with the same past and another chance; repeat r has the same chance under every draw.</param>
    /// <returns>Twins by draw, then person, then repeat.</returns>
    public IReadOnlyList<Twin> Cross(IReadOnlyList<Twin> twins, int sets, int repeats, CancellationToken cancellation)
    {
        List<(Twin Twin, Dictionary<string, double> Changed, IReadOnlyDictionary<string, double> Drawn)> crossed = [];
        for (int k = 0; k < sets; k++)
            foreach (Twin twin in twins)
            {
                IReadOnlyDictionary<string, double> own = context.Draw.Draw(twin.Origin, twin.Origin).Values, other = context.Draw.Draw(FirstSet + (ulong)k, twin.Origin).Values;
                crossed.Add((twin, Difference(own, other), other));
            }
        Dictionary<string, double>?[] solved = context.Solve([.. crossed.Select(c => (c.Twin.Origin, c.Drawn))], cancellation);
        return [.. crossed.SelectMany((c, i) =>
        {
            Dictionary<string, double> values = new(c.Twin.Values, StringComparer.Ordinal);
            foreach ((string name, double value) in c.Changed) values[name] = value;
            foreach ((string name, double value) in solved[i] ?? []) values[name] = value;
            return Enumerable.Range(0, repeats).Select(r => c.Twin with { Person = c.Twin.Person + ((ulong)r << RepeatBit), Values = values });
        })];
    }

    /// <summary>People spread evenly over the twins.</summary>
    public static IReadOnlyList<Twin> Spread(IReadOnlyList<Twin> twins, int count) => [.. Places(twins.Count, count).Select(i => twins[i])];

    /// <summary>Their places, ascending.</summary>
    public static IReadOnlyList<int> Places(int twins, int count) => [.. Enumerable.Range(0, Math.Min(count, twins)).Select(i => (int)((i + 0.5) * twins / Math.Min(count, twins)))];

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
