using Enteraxis.Modelling.Compilation;
using Enteraxis.Modelling.Expressions;
using Enteraxis.Modelling.Models;

namespace Enteraxis.Conformance.Tests;

/// <summary>Compares what two models mean: every initial value, rate, rule, event, jump and drive, evaluated at random places.</summary>
internal sealed class Meaning(Model first, Model second, Func<string, string> nameInSecond, double tolerance = 1e-12)
{
    private const int Places = 5;

    private readonly List<string> _differences = [];
    private double[] _y1 = [], _p1 = [], _y2 = [], _p2 = [];
    private double _time;

    /// <summary>Sentences that say where they differ; none where they mean the same.</summary>
    public IReadOnlyList<string> Differences()
    {
        Structure();
        if (_differences.Count > 0) return _differences;
        for (int seed = 1; seed <= Places && _differences.Count == 0; seed++)
        {
            Place place = Place.Random(first, seed);
            Settle(place);
            Values();
        }
        return _differences;
    }

    private void Structure()
    {
        Same("number of states", first.States.Count, second.States.Count);
        Same("number of events", first.Events.Count, second.Events.Count);
        Same("number of jumps", first.Jumps.Count, second.Jumps.Count);
        Same("number of drives", first.Drives.Count, second.Drives.Count);
        foreach (string name in first.Names)
            if (second.Find(nameInSecond(name)) is not { } other) _differences.Add($"'{name}' is missing");
            else if (other.Kind != first.Find(name)!.Kind) _differences.Add($"'{name}' is a {first.Find(name)!.Kind} and becomes a {other.Kind}");
    }

    private void Settle(Place place)
    {
        (_time, _y1, _p1) = (place.Time, new double[first.States.Count + 1], new double[first.Parameters.Count + 1]);
        (_y2, _p2) = (new double[second.States.Count + 1], new double[second.Parameters.Count + 1]);
        // What the second has besides (helpers of a form of writing) keeps its start.
        (double[] startY, double[] startP) = Place.Start(second);
        startY.CopyTo(_y2, 0);
        startP.CopyTo(_p2, 0);
        for (int i = 0; i < first.States.Count; i++) _y1[i] = _y2[second.Find(nameInSecond(first.States[i].Name))!.Index] = place[first.States[i].Name];
        for (int i = 0; i < first.Parameters.Count; i++) _p1[i] = _p2[second.Find(nameInSecond(first.Parameters[i].Name))!.Index] = place[first.Parameters[i].Name];
    }

    private void Values()
    {
        foreach (StateVariable s in first.States)
        {
            StateVariable other = second.States[second.Find(nameInSecond(s.Name))!.Index];
            Compare($"initial value of '{s.Name}'", s.Initial, other.Initial);
            Compare($"rate of '{s.Name}'", s.Rate, other.Rate);
            Same($"whether '{s.Name}' is algebraic", s.IsAlgebraic, other.IsAlgebraic);
        }
        foreach (ParameterVariable p in first.Parameters)
        {
            ParameterVariable other = second.Parameters[second.Find(nameInSecond(p.Name))!.Index];
            Compare($"initial value of '{p.Name}'", p.Initial, other.Initial);
            Same($"whether '{p.Name}' is constant", p.IsConstant, other.IsConstant);
        }
        foreach (AssignedVariable a in first.Assigned) Compare($"rule of '{a.Name}'", a.Value, second.Find(nameInSecond(a.Name))!.Value);
        foreach ((ModelEvent a, ModelEvent b) in first.Events.Zip(second.Events)) Event(a, b);
        foreach ((ModelJump a, ModelJump b) in first.Jumps.Zip(second.Jumps))
        {
            Compare($"hazard of '{a.Name}'", a.Hazard, b.Hazard);
            Same($"strip of '{a.Name}'", a.Strip, b.Strip);
            Assignments(a.Name, a.Assignments, b.Assignments);
        }
        foreach ((ModelDrive a, ModelDrive b) in first.Drives.Zip(second.Drives))
        {
            Compare($"time constant of '{a.Name}'", a.TimeConstant, b.TimeConstant);
            Compare($"spread of '{a.Name}'", a.StandardDeviation, b.StandardDeviation);
            Same($"hold of '{a.Name}'", a.HoldDays, b.HoldDays);
        }
    }

    private void Event(ModelEvent a, ModelEvent b)
    {
        Compare($"trigger of '{a.Name}'", a.Trigger, b.Trigger, asTruth: true);
        Compare($"delay of '{a.Name}'", a.Delay, b.Delay);
        Compare($"priority of '{a.Name}'", a.Priority, b.Priority);
        Same($"options of '{a.Name}'", (a.Persistent, a.InitialTrigger, a.UseTriggerTimeValues), (b.Persistent, b.InitialTrigger, b.UseTriggerTimeValues));
        Assignments(a.Name, a.Assignments, b.Assignments);
    }

    private void Assignments(string of, IReadOnlyList<ModelAssignment> a, IReadOnlyList<ModelAssignment> b)
    {
        Same($"number of assignments of '{of}'", a.Count, b.Count);
        foreach ((ModelAssignment x, ModelAssignment y) in a.Zip(b))
        {
            string target = x.Kind == QuantityKind.State ? first.States[x.Index].Name : first.Parameters[x.Index].Name;
            string other = y.Kind == QuantityKind.State ? second.States[y.Index].Name : second.Parameters[y.Index].Name;
            Same($"target of '{of}'", nameInSecond(target), other);
            Compare($"what '{of}' sets '{target}' to", x.Value, y.Value);
        }
    }

    private void Same<T>(string what, T a, T b)
    {
        if (!Equals(a, b)) _differences.Add($"{what}: {a} and {b}");
    }

    private void Compare(string what, Expr a, Expr b, bool asTruth = false)
    {
        if (a.IsNone || b.IsNone)
        {
            if (a.IsNone != b.IsNone) _differences.Add($"{what}: only one model has it");
            return;
        }
        double x = Evaluate(first, a, _y1, _p1), y = Evaluate(second, b, _y2, _p2);
        if (asTruth) (x, y) = (x != 0 ? 1 : 0, y != 0 ? 1 : 0);
        if (x.Equals(y) || Math.Abs(x - y) <= tolerance * Math.Max(Math.Abs(x), Math.Abs(y))) return;
        _differences.Add($"{what}: {x:R} and {y:R}");
    }

    /// <summary>A delayed value counts as the value now, and its lag is compared through a sum: only runs know the past.</summary>
    private double Evaluate(Model m, Expr e, double[] y, double[] p) => Interpreter.Evaluate(m.Graph, WithoutPast(m.Graph, e), _time, y, p, FixedDraws.Instance);

    private static Expr WithoutPast(ExpressionGraph graph, Expr e)
    {
        Dictionary<Expr, Expr> now = [];
        foreach (Expr node in Traversal.PostOrder(graph, e))
            if (graph.OperatorOf(node) == Operator.Delay)
                now[node] = graph.Add(graph.Argument(node, 0), graph.Multiply(graph.Constant(0.1), graph.Argument(node, 1)));
        return now.Count == 0 ? e : Substitution.Replace(graph, e, now);
    }
}
