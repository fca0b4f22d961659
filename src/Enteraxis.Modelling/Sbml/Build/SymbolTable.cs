using System.Diagnostics.CodeAnalysis;
using System.Xml.Linq;
using Enteraxis.Modelling.Sbml.Documents;

namespace Enteraxis.Modelling.Sbml.Build;

/// <summary>Every identifier of a flat model, with the rules, initial assignments, events and reactions that concern it.</summary>
internal sealed class SymbolTable
{
    private readonly Dictionary<string, Symbol> _byId = new(StringComparer.Ordinal);
    private readonly List<Symbol> _all = [];

    public SymbolTable(FlatDocument document, FaultList faults)
    {
        foreach (Compartment c in document.Compartments) faults.Try(() => Add(SymbolKind.Compartment, c));
        foreach (Parameter p in document.Parameters) faults.Try(() => Add(SymbolKind.Parameter, p));
        foreach (Species s in document.Species) faults.Try(() => Add(SymbolKind.Species, s));
        foreach (Reaction r in document.Reactions)
        {
            faults.Try(() => Add(SymbolKind.Reaction, r));
            foreach (SpeciesUse u in r.Uses.Where(u => u.Id.Length > 0)) faults.Try(() => Add(SymbolKind.SpeciesReference, u));
        }
        foreach (InitialAssignment a in document.InitialAssignments) faults.Try(() => AddInitial(a));
        foreach (Rule r in document.Rules.Where(r => r.Kind != RuleKind.Algebraic)) faults.Try(() => AddRule(r));
        foreach (Event e in document.Events)
            foreach (InitialAssignment a in e.Assignments) faults.Try(() => AddTarget(a));
        foreach (Reaction r in document.Reactions)
            foreach (SpeciesUse u in r.Uses) faults.Try(() => AddReacting(r, u));
    }

    public IReadOnlyList<Symbol> All => _all;

    public bool TryGet(string id, [NotNullWhen(true)] out Symbol? symbol) => _byId.TryGetValue(id, out symbol);

    public Symbol Get(string id, XElement at) => _byId.TryGetValue(id, out Symbol? symbol) ? symbol
        : throw at.Fault($"'{id}' is used but never defined.{Numerics.Text.NearestName.Hint(id, _byId.Keys)}");

    private void Add(SymbolKind kind, Component source)
    {
        Symbol symbol = new(kind, source);
        if (!_byId.TryAdd(source.Id, symbol)) throw source.Source.Fault($"the identifier '{source.Id}' is given twice; rename one.");
        _all.Add(symbol);
    }

    private void AddInitial(InitialAssignment assignment)
    {
        Symbol target = Target(assignment.Id, assignment.Source, "initial assignment");
        if (target.Initial is not null) throw assignment.Source.Fault($"'{assignment.Id}' has a second initial assignment; keep one.");
        target.Initial = assignment;
    }

    private void AddRule(Rule rule)
    {
        Symbol target = Target(rule.Id, rule.Source, "rule");
        if (target.Rule is not null) throw rule.Source.Fault($"'{rule.Id}' has a second rule; keep one.");
        if (target.IsConstant) throw rule.Source.Fault($"'{rule.Id}' is constant and cannot have a rule; declare it constant=\"false\".");
        target.Rule = rule;
    }

    private void AddTarget(InitialAssignment assignment)
    {
        Symbol target = Target(assignment.Id, assignment.Source, "event");
        if (target.IsConstant) throw assignment.Source.Fault($"an event cannot set '{assignment.Id}', which is constant; declare it constant=\"false\".");
        if (target.Rule is { Kind: RuleKind.Assignment }) throw assignment.Source.Fault($"an event cannot set '{assignment.Id}', which an assignment rule determines; remove one of them.");
        target.IsMoved = true;
    }

    private void AddReacting(Reaction reaction, SpeciesUse use)
    {
        if (!_byId.TryGetValue(use.Species, out Symbol? symbol) || symbol.Source is not Species species)
            throw use.Source.Fault($"the reaction '{reaction.Id}' names the species '{use.Species}', which is not defined.");
        if (species.IsBoundary || reaction.Law is null) return;
        if (species.IsConstant) throw use.Source.Fault($"the reaction '{reaction.Id}' changes '{species.Id}', which is constant; declare it a boundary condition or constant=\"false\".");
        if (symbol.Rule is not null) throw use.Source.Fault($"the reaction '{reaction.Id}' and a rule both change '{species.Id}'; declare it a boundary condition.");
        symbol.IsReacting = true;
    }

    private Symbol Target(string id, XElement at, string what)
    {
        Symbol target = Get(id, at);
        return target.Kind != SymbolKind.Reaction ? target : throw at.Fault($"the {what} sets '{id}', which is a reaction; its kinetic law alone gives its rate.");
    }
}
