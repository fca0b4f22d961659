using Enteraxis.Modelling.Antimony;
using Enteraxis.Modelling.Compilation;
using Enteraxis.Modelling.Models;

namespace Enteraxis.Modelling.Tests.Antimony;

/// <summary>Reads model text and evaluates its quantities at given values.</summary>
internal static class Text
{
    public static Model Read(string text, ReadOptions? options = null) => AntimonyReader.ReadText(text, "test.ant", options);

    /// <summary>Value of any quantity at the model's constant initial values, with some replaced.</summary>
    public static double Value(Model m, string name, double time = 0, params (string Name, double Value)[] replaced)
    {
        (double[] y, double[] p) = Start(m, replaced);
        return Interpreter.Evaluate(m.Graph, m.Find(name)!.Value, time, y, p);
    }

    public static double Rate(Model m, string state, params (string Name, double Value)[] replaced)
    {
        (double[] y, double[] p) = Start(m, replaced);
        return Interpreter.Evaluate(m.Graph, m.States[m.Find(state)!.Index].Rate, 0, y, p);
    }

    public static (double[] States, double[] Parameters) Start(Model m, params (string Name, double Value)[] replaced)
    {
        double[] y = new double[m.States.Count + 1], p = new double[m.Parameters.Count + 1];
        // Initial values may lean on each other in any order: as many rounds as there are quantities settle them.
        for (int round = 0; round < 5; round++)
        {
            for (int j = 0; j < m.Parameters.Count; j++) p[j] = Interpreter.Evaluate(m.Graph, m.Parameters[j].Initial, 0, y, p);
            for (int i = 0; i < m.States.Count; i++) y[i] = Interpreter.Evaluate(m.Graph, m.States[i].Initial, 0, y, p);
            foreach ((string name, double value) in replaced)
            {
                Quantity q = m.Find(name)!;
                if (q.Kind == QuantityKind.State) y[q.Index] = value;
                else p[q.Index] = value;
            }
        }
        return (y, p);
    }
}
