using Enteraxis.Modelling.Antimony;
using Enteraxis.Modelling.Models;
using Enteraxis.Simulation;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Studies.Fermentation;

/// <summary>models/gut/stool.ant as a function: what a sample sets in, what reaches the stool out. It has no states.</summary>
public sealed class StoolModel
{
    private const string Prefix = "stool.";

    private readonly Simulator _simulator;
    private readonly Dictionary<string, int> _column = new(StringComparer.Ordinal);

    /// <param name="path">models/gut/stool.ant.</param>
    /// <param name="outputs">Quantities to give, without the name of the part.</param>
    /// <exception cref="Numerics.InputException">An output that the model does not know.</exception>
    public StoolModel(string path, ParameterTable parameters, IReadOnlyList<string> outputs)
    {
        Model model = AntimonyReader.ReadFile(path, new ReadOptions { ParameterValues = parameters.Values });
        string[] names = [.. outputs.Distinct(StringComparer.Ordinal)];
        for (int i = 0; i < names.Length; i++) _column[names[i]] = i;
        _simulator = new Simulator(new CompiledModel(model, [.. names.Select(n => Prefix + n)]), new SimulationOptions());
        Model = model;
    }

    public Model Model { get; }

    /// <param name="inputs">By name without the part.</param>
    public Func<string, double> Evaluate(IReadOnlyDictionary<string, double> inputs)
    {
        Course course = _simulator.Run(new PersonRun
        {
            Seed = 1, Person = 1, Values = inputs.ToDictionary(i => Prefix + i.Key, i => i.Value, StringComparer.Ordinal), End = 1, OutputTimes = [0], Randomness = false,
        });
        return name => course.Values[0, _column[name]];
    }
}
