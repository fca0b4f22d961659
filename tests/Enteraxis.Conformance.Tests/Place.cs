using Enteraxis.Modelling.Compilation;
using Enteraxis.Modelling.Expressions;
using Enteraxis.Modelling.Models;

namespace Enteraxis.Conformance.Tests;

/// <summary>A time with values of every state and parameter of a model, at which its formulas are evaluated.</summary>
internal sealed class Place
{
    private readonly Dictionary<string, double> _values;

    private Place(double time, Dictionary<string, double> values) => (Time, _values) = (time, values);

    public double Time { get; }

    public double this[string name] => _values[name];

    /// <summary>A place near the model's start: each value between a half and twice its first one, or up to 1 where that is nothing.</summary>
    public static Place Random(Model model, int seed)
    {
        Random random = new(seed);
        (double[] y, double[] p) = Start(model);
        Dictionary<string, double> values = new(StringComparer.Ordinal);
        double Near(double v) => v != 0 && double.IsFinite(v) ? v * Math.Pow(2, 2 * random.NextDouble() - 1) : random.NextDouble();
        for (int i = 0; i < model.States.Count; i++) values[model.States[i].Name] = Near(y[i]);
        for (int i = 0; i < model.Parameters.Count; i++) values[model.Parameters[i].Name] = Near(p[i]);
        return new Place(100 * random.NextDouble(), values);
    }

    /// <summary>First values of states and parameters. They may lean on each other in any order: some rounds settle them.</summary>
    public static (double[] States, double[] Parameters) Start(Model model)
    {
        double[] y = new double[model.States.Count + 1], p = new double[model.Parameters.Count + 1];
        for (int round = 0; round < 4; round++)
        {
            for (int j = 0; j < model.Parameters.Count; j++) p[j] = Interpreter.Evaluate(model.Graph, model.Parameters[j].Initial, 0, y, p, FixedDraws.Instance);
            for (int i = 0; i < model.States.Count; i++) y[i] = Interpreter.Evaluate(model.Graph, model.States[i].Initial, 0, y, p, FixedDraws.Instance);
        }
        return (y, p);
    }
}

/// <summary>Gives each draw a number that only its law and arguments decide.</summary>
internal sealed class FixedDraws : IDrawSource
{
    public static FixedDraws Instance { get; } = new();

    public double Draw(Operator kind, int drawIndex, ReadOnlySpan<double> arguments)
    {
        double sum = 0.25 + 0.01 * (int)kind;
        for (int i = 0; i < arguments.Length; i++) sum += (i + 1) * arguments[i];
        return sum;
    }
}
