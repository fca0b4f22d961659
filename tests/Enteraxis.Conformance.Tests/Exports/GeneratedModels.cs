using CsCheck;
using Enteraxis.Modelling.Expressions;
using Enteraxis.Modelling.Models;

namespace Enteraxis.Conformance.Tests.Exports;

/// <summary>Models made by chance of everything that a <see cref="Model"/> can hold: any operator, shared parts, draws, events with every option, jumps and drives.</summary>
internal static class GeneratedModels
{
    private const int States = 3, Parameters = 3;

    private static readonly Operator[] Operators =
        [.. Enum.GetValues<Operator>().Where(o => OperatorFacts.Arity(o) > 0 && !ExpressionGraph.IsDraw(o) && o is not (Operator.Delay or Operator.Remainder))];

    private static readonly Operator[] Laws = [.. Enum.GetValues<Operator>().Where(o => o is >= Operator.DrawUniform and < Operator.BelowNormal)];

    /// <summary>Numbers that choose; the model is a function of them.</summary>
    public static Gen<uint[]> Choices { get; } = Gen.UInt.Array[40, 120];

    public static Model Build(uint[] choices)
    {
        ExpressionGraph g = new();
        int next = 0;
        uint Choose() => choices[next++ % choices.Length] * 2654435761u + (uint)next;
        List<Expr> leaves = [g.Time, .. Enumerable.Range(0, States).Select(g.State), .. Enumerable.Range(0, Parameters).Select(g.Parameter), g.Constant(2), g.Constant(-0.5), g.Constant(1e-7), g.Constant(3e22)];
        Expr Formula(List<Expr> from, int nodes)
        {
            List<Expr> pool = [.. from];
            for (int i = 0; i < nodes; i++)
            {
                uint c = Choose();
                Operator op = Operators[c % Operators.Length];
                pool.Add(g.Make(op, [.. Enumerable.Range(0, OperatorFacts.Arity(op)).Select(k => pool[(int)((c >> (5 + 7 * k)) % (uint)pool.Count)])]));
            }
            return pool[^1];
        }
        // Parts that several formulas share, so that names and shared nodes are met.
        List<Expr> rich = [.. leaves, .. Enumerable.Range(0, 4).Select(_ => Formula(leaves, 6))];
        List<AssignedVariable> assigned = [.. Enumerable.Range(0, 3).Select(i => new AssignedVariable($"a{i}", "", Formula(rich, 4)))];
        rich.AddRange(assigned.Select(a => a.Value));
        int ordinal = 0;
        Expr Drawing()
        {
            Operator law = Laws[Choose() % Laws.Length];
            Expr draw = g.Draw(law, ordinal++, [.. Enumerable.Range(0, OperatorFacts.Arity(law)).Select(k => g.Constant(0.5 + k))]);
            return g.Add(g.Multiply(Formula(rich, 2), draw), Choose() % 2 == 0 ? draw : g.One);
        }
        List<ModelAssignment> Assignments()
        {
            ordinal = 0;
            return [new ModelAssignment(QuantityKind.State, 1, Formula(rich, 3)), new ModelAssignment(QuantityKind.Parameter, 1, Drawing()), new ModelAssignment(QuantityKind.Parameter, 2, Drawing())];
        }
        uint options = Choose();
        ModelEvent e = new("E0", g.Make(Operator.Greater, Formula(rich, 3), g.One), options % 2 == 0 ? Expr.None : Formula(rich, 2), options % 3 == 0 ? Expr.None : Formula(rich, 2),
            (options & 4) != 0, (options & 8) != 0, (options & 16) != 0, Assignments());
        ModelJump j = new("part.strikes", 7, Formula(rich, 3), 0.25, Assignments());
        return new Model
        {
            Name = "generated", Graph = g, Assigned = assigned, Events = [e], Jumps = [j], Drives = [new ModelDrive("xi", 3, 2 + 1, g.Parameter(0), g.Constant(0.5), 3)],
            States = [.. Enumerable.Range(0, States).Select(i => new StateVariable(i == 0 ? "part.x0" : $"x{i}", "", g.Constant(i + 0.5), Formula(rich, 5)))],
            Parameters =
            [
                new ParameterVariable("k0", "", g.Constant(1.5), IsConstant: true), new ParameterVariable("part.k1", "", g.Multiply(g.Parameter(0), g.Constant(2)), IsConstant: false),
                new ParameterVariable("k2", "", g.Constant(0.25), IsConstant: false), new ParameterVariable("xi", "", g.Zero, IsConstant: false),
            ],
        };
    }
}
