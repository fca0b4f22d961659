using Enteraxis.Modelling.Expressions;
using Enteraxis.Modelling.Models;
using Enteraxis.Modelling.Sbml.Documents;

namespace Enteraxis.Modelling.Sbml.Build;

/// <summary>Algebraic rules: their unknowns are solved for by formula where that can be done, else become algebraic states.</summary>
internal sealed partial class ModelBuilder
{
    private Model WithUnknownsSolved(Model model)
    {
        if (_unknowns.Count == 0) return model;
        Dictionary<Expr, Expr> residualOf = _algebraic.Rules.ToDictionary(r => r.Key.Slot, r => _math.Translate(r.Value.Formula));
        Symbol[] symbols = [.. _symbols.All.Where(s => s.Role == Role.Algebraic)];
        (IReadOnlyDictionary<Expr, Expr> replacements, IReadOnlyList<(int Unknown, Expr Residual)> left) =
            _unknowns.Solve([.. symbols.Select(s => residualOf[s.Slot])], model.States.Count);
        Expr Free(Expr e) => e.IsNone ? e : Substitution.Replace(_graph, e, replacements);
        ModelAssignment[] All(IReadOnlyList<ModelAssignment> list) => [.. list.Select(a => a with { Value = Free(a.Value) })];
        return new Model
        {
            Name = model.Name, Graph = model.Graph, Jumps = [], Drives = [], Reactions = [.. model.Reactions.Select(r => r with { Propensity = Free(r.Propensity) })], Warnings = model.Warnings,
            States = [.. model.States.Select(s => s with { Initial = Free(s.Initial), Rate = Free(s.Rate) }),
                .. left.Select(x => new StateVariable(symbols[x.Unknown].Id, UnitOf(symbols[x.Unknown]), Free(Guess(symbols[x.Unknown])), x.Residual) { IsAlgebraic = true })],
            Parameters = [.. model.Parameters.Select(p => p with { Initial = Free(p.Initial) })],
            Assigned = [.. model.Assigned.Select(a => a with { Value = Free(a.Value) }), .. symbols.Where((_, i) => left.All(x => x.Unknown != i)).Select(s => new AssignedVariable(s.Id, UnitOf(s), replacements[s.Slot]))],
            Events = [.. model.Events.Select(e => e with { Trigger = Free(e.Trigger), Delay = Free(e.Delay), Priority = Free(e.Priority), Assignments = All(e.Assignments) })],
        };
    }

    // Without a number to begin from, 1: at 0 many equations have no slope.
    private Expr Guess(Symbol s) => s.HasNumber || s.Initial is not null ? Initial(s) : _graph.One;
}
