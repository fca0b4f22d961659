using System.Xml.Linq;
using Enteraxis.Modelling.Expressions;
using Enteraxis.Modelling.Models;
using Enteraxis.Modelling.Sbml.Documents;

namespace Enteraxis.Modelling.Sbml.Build;

/// <summary>Rates of states, from rate rules and from reactions with their stoichiometries and conversion factors.</summary>
internal sealed partial class ModelBuilder
{
    private readonly Dictionary<Symbol, Expr> _rates = [];
    private readonly HashSet<Symbol> _rating = [];
    private ILookup<string, (Reaction Reaction, SpeciesUse Use)>? _usesOf;

    private StateVariable[] States() => [.. _faults.Each(_states, s => new StateVariable(NameOfSlot(s), UnitOf(s), Initial(s), Rate(s, s.Element))), .. Extents()];

    private Expr Rate(Symbol s, XElement at)
    {
        if (_rates.TryGetValue(s, out Expr known)) return known;
        if (!_rating.Add(s)) throw at.Fault($"the rate of '{s.Id}' depends on itself by rateOf; break the circle.");
        Expr rate = s.Rule is { } rule ? RateByRule(s, rule) : RateByReactions(s, (Species)s.Source);
        _rating.Remove(s);
        return _rates[s] = rate;
    }

    private Expr RateByRule(Symbol s, Rule rule)
    {
        Expr rate = _math.Translate(rule.Formula);
        if (!s.HoldsAmount) return rate;
        // d(c·V)/dt = V·dc/dt + c·dV/dt
        Species species = (Species)s.Source;
        return _graph.Add(_graph.Multiply(rate, SizeOf(species)), _graph.Multiply(Value(s, s.Element), RateOf(SizeOf(species), s.Element)));
    }

    private Expr RateByReactions(Symbol s, Species species)
    {
        Expr rate = _graph.Zero;
        if (_options.FiresReactions) return rate;
        foreach ((Reaction reaction, SpeciesUse use) in UsesOf(species))
            if (!IsFast(reaction)) rate = Changed(rate, use, Change(s, species, use, Value(reaction.Id, use.Source)));
        return rate;
    }

    private Expr Changed(Expr sum, SpeciesUse use, Expr change) => use.Sign > 0 ? _graph.Add(sum, change) : _graph.Subtract(sum, change);

    /// <summary>What an extent (or its rate) adds to the slot of a species: conversion factor · stoichiometry · extent, by size where the slot holds a concentration.</summary>
    private Expr Change(Symbol s, Species species, SpeciesUse use, Expr extent)
    {
        Expr change = _graph.Multiply(StoichiometryOf(use), extent);
        if ((species.ConversionFactor ?? _document.ConversionFactor) is { } factor) change = _graph.Multiply(Value(factor, species.Source), change);
        return s.HoldsAmount || MeansAmount(species) ? change : _graph.Divide(change, SizeOf(species));
    }

    private Expr StoichiometryOf(SpeciesUse use)
    {
        if (use.Id.Length > 0) return Value(use.Id, use.Source);
        if (use.Formula is { } formula) return _math.Translate(formula);
        return use.Stoichiometry is { } number ? _graph.Constant(number)
            : throw use.Source.Fault($"the species reference to '{use.Species}' has no stoichiometry; give it one.");
    }

    private IEnumerable<(Reaction Reaction, SpeciesUse Use)> UsesOf(Species species)
    {
        _usesOf ??= _document.Reactions.Where(r => r.Law is not null).SelectMany(r => r.Uses.Select(u => (r, u))).ToLookup(x => x.u.Species, StringComparer.Ordinal);
        return _usesOf[species.Id];
    }

    /// <summary>The time derivative of any expression: ∂e/∂t + Σ ∂e/∂y·dy/dt.</summary>
    private Expr RateOf(Expr e, XElement at)
    {
        Expr rate = Derivative.Of(_graph, e, _graph.Time);
        foreach (int state in Dependencies.Of(_graph, e).States)
        {
            if (state >= _states.Count) throw at.Fault("rateOf of what an algebraic rule or a fast reaction determines is not defined; ask for another quantity's rate.");
            rate = _graph.Add(rate, _graph.Multiply(Derivative.Of(_graph, e, _graph.State(state)), Rate(_states[state], at)));
        }
        return rate;
    }
}
