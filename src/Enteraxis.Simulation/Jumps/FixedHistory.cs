using Enteraxis.Modelling.Models;
using Enteraxis.Modelling.Models.Forms;

namespace Enteraxis.Simulation.Jumps;

/// <summary>The random events of one simulated history as a fixed schedule, for files that shall run without chance.</summary>
public static class FixedHistory
{
    private const double Tolerance = 1e-6;

    /// <summary>What happens to one person of a seed until a day, with the values that each event drew.</summary>
    /// <param name="values">Values that replace the model's own, by name.</param>
    /// <exception cref="Numerics.InputException">The history cannot be simulated; the sentence says why.</exception>
    public static IReadOnlyList<DatedJump> Of(Model model, IReadOnlyDictionary<string, double> values, ulong seed, double endDays, CancellationToken cancellation = default)
    {
        if (model.Jumps.Count == 0) return [];
        CompiledModel compiled = new(model, []);
        Course course = new Simulator(compiled, new SimulationOptions { RelativeTolerance = Tolerance, AbsoluteTolerance = Tolerance * 1e-3 })
            .Run(new PersonRun { Seed = seed, Person = 0, Values = values, End = endDays, OutputTimes = [] }, cancellation);
        if (course.Failure is { } why) throw new Numerics.InputException($"The history of '{model.Name}' stopped: {why}");
        return [.. course.Jumps.Select(j => new DatedJump(j.Time, j.Jump,
            compiled.MarksOf(j.Jump).Zip(j.Marks).ToDictionary(m => m.First, m => m.Second, StringComparer.Ordinal)))];
    }
}
