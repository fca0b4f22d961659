using Enteraxis.Modelling.Antimony.Syntax;

namespace Enteraxis.Modelling.Antimony.Outline;

/// <summary>What a line of a module says of a quantity: its start, what it is at all times, or how fast it moves.</summary>
public enum OutlineKind { Initial, Rule, Rate }

/// <param name="Line">Line of the file, from 1.</param>
public sealed record OutlineEquation(OutlineKind Kind, string Name, Formula Value, int Line);

/// <summary>An event as written: when, how late, and what it sets.</summary>
/// <param name="Delay">Null where it acts at once.</param>
public sealed record OutlineEvent(string Name, Formula Trigger, Formula? Delay, IReadOnlyList<(string Name, Formula Value)> Assignments, int Line);

/// <summary>A module put to use within another: "gut: Gut(fibre, …)".</summary>
public sealed record OutlineInstance(string Name, string Model, IReadOnlyList<Formula> Arguments, int Line);

public sealed record OutlineFunction(string Name, IReadOnlyList<string> Arguments, Formula Body, int Line);

/// <summary>One "model … end" of a file, as written and not resolved.</summary>
/// <param name="Units">Unit of a quantity as spelled, by name.</param>
/// <param name="Synonyms">"A.x is y": from the inner name to the outer.</param>
public sealed record OutlineModule(string Name, IReadOnlyList<string> Arguments, IReadOnlyList<OutlineEquation> Equations, IReadOnlyList<OutlineEvent> Events,
    IReadOnlyList<OutlineInstance> Instances, IReadOnlyDictionary<string, string> Units, IReadOnlyDictionary<string, string> Synonyms, int Line)
{
    /// <summary>Names that an equation of rates moves, in the order of the text.</summary>
    public IEnumerable<string> States => Equations.Where(e => e.Kind == OutlineKind.Rate).Select(e => e.Name).Distinct();

    /// <summary>True where the module itself says what the quantity is: an equation, an event or a start.</summary>
    public bool Defines(string name) => Equations.Any(e => e.Name == name) || Events.Any(e => e.Assignments.Any(a => a.Name == name));
}
