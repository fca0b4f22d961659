using Enteraxis.Statistics.Components;

namespace Enteraxis.Studies.People;

/// <summary>Where the width of one forecast comes from: variances in squared units of its read-out, which add up to that of one person met once under one draw of the parameters.</summary>
/// <param name="People">Between people who share what is not known (with how a draw of the parameters meets a person).</param>
/// <param name="Chance">Within a person: the same past, another chance.</param>
/// <param name="Parameters">What is not known of the parameters.</param>
/// <param name="Readings">Other readings of the mechanism, about the main model.</param>
/// <param name="ByReading">Each reading against the main model on the same twins.</param>
public sealed record ForecastSources(VarianceComponent People, VarianceComponent Chance, VarianceComponent Parameters, VarianceComponent Readings, IReadOnlyList<ReadingDifference> ByReading)
{
    /// <summary>Nothing was computed that could tell.</summary>
    public static ForecastSources Unknown { get; } = new(VarianceComponent.Unknown, VarianceComponent.Unknown, VarianceComponent.Unknown, VarianceComponent.Unknown, []);

    /// <param name="rounding">What the solver's rounding may make of a number, in units of the read-out.</param>
    internal static ForecastSources Of(CrossedComponents c, IReadOnlyList<ReadingDifference> by, double rounding) =>
        new(c.People.Beyond(rounding), c.Chance.Beyond(rounding), c.Sets.Beyond(rounding), VarianceComponent.AboutMain([.. by.Select(r => (r.Difference, r.Error))]), by);

    /// <summary>The four with their names, in the order of every table.</summary>
    public IReadOnlyList<(string Name, VarianceComponent Component)> All => [("people", People), ("chance", Chance), ("parameters", Parameters), ("readings", Readings)];

    /// <summary>The source that would narrow the forecast most if it were known; null where none is told from nothing.</summary>
    public string? Largest => All.Where(s => s.Component.IsKnown && !s.Component.IsBelowError).OrderByDescending(s => s.Component.Value).Select(s => s.Name).FirstOrDefault();
}
