using Enteraxis.Modelling.Expressions;
using Enteraxis.Modelling.Models;
using Enteraxis.Modelling.Sbml.Documents;

namespace Enteraxis.Modelling.Sbml.Build;

/// <summary>Fast reactions: each has an extent, a state that rests where the reaction does; a species is its slow part + stoichiometry · extents.</summary>
internal sealed partial class ModelBuilder
{
    // A time unit's worth of a fast reaction passes in the 10^12th part of one: beyond what any table shows, and still a number to compute with where its rate law vanishes.
    private const double Speed = 1e12;

    private readonly List<(Reaction Reaction, Expr Extent)> _fast = [];
    private HashSet<string> _fastSpecies = [];

    // Extents follow the ordinary states.
    private void PrepareFastReactions()
    {
        int first = _symbols.All.Count(s => s.Role == Role.State);
        if (_options.FiresReactions && _document.Reactions.FirstOrDefault(r => r.IsFast) is { } fast)
            throw fast.Source.Fault("a fast reaction has no part in a stochastic simulation; write its rate law large instead.");
        foreach (Reaction r in _document.Reactions.Where(r => r.IsFast && r.Law is not null && r.Uses.Any(Reacts)))
            _fast.Add((r, _graph.State(first + _fast.Count)));
        _fastSpecies = [.. _fast.SelectMany(f => f.Reaction.Uses).Where(Reacts).Select(u => u.Species)];
    }

    private bool Reacts(SpeciesUse use) => _symbols.Get(use.Species, use.Source).IsReacting;

    private static bool IsFast(Reaction r) => r.IsFast;

    private bool IsFast(Symbol s) => s.Source is Species && s.IsReacting && _fastSpecies.Contains(s.Id);

    /// <summary>What a species' slot and the extents of fast reactions make together.</summary>
    private Expr Whole(Symbol s)
    {
        if (!IsFast(s)) return s.Slot;
        Species species = (Species)s.Source;
        Expr whole = s.Slot;
        foreach ((Reaction reaction, Expr extent) in _fast)
            foreach (SpeciesUse use in reaction.Uses.Where(u => u.Species == s.Id))
                whole = Changed(whole, use, Change(s, species, use, extent));
        return whole;
    }

    private StateVariable[] Extents()
    {
        ReactionChange[][] changes = [.. _fast.Select(f => ChangesOf(f.Reaction))];
        Expr[] rates = [.. _fast.Select(f => Value(f.Reaction.Id, f.Reaction.Source))];
        // Where one reaction changes what others change together, it is theirs to make: alone each would turn for ever.
        foreach ((int dependent, IReadOnlyList<(int Reaction, double Share)> others) in DependentColumns.Of(_graph, changes))
        {
            foreach ((int other, double share) in others) rates[other] = _graph.Add(rates[other], _graph.Multiply(_graph.Constant(share), rates[dependent]));
            rates[dependent] = _graph.Zero;
        }
        return [.. _fast.Select((f, i) => new StateVariable($"extent({f.Reaction.Id})", "", _graph.Zero, _graph.Multiply(_graph.Constant(Speed), rates[i])) { FastChanges = changes[i] })];
    }

    private ReactionChange[] ChangesOf(Reaction reaction)
    {
        Dictionary<int, Expr> changes = [];
        foreach (SpeciesUse use in reaction.Uses.Where(Reacts))
        {
            Symbol s = _symbols.Get(use.Species, use.Source);
            int slot = _graph.Slot(s.Slot);
            Expr by = changes[slot] = Changed(changes.GetValueOrDefault(slot, _graph.Zero), use, Change(s, (Species)s.Source, use, _graph.One));
            if (Dependencies.Of(_graph, by) is { Time: true } or { States.Count: > 0 })
                throw use.Source.Fault($"the stoichiometry of '{use.Species}' in the fast reaction '{reaction.Id}' changes continuously, which is not supported for fast reactions; give a number or let events set it.");
        }
        return [.. changes.Select(c => new ReactionChange(c.Key, c.Value))];
    }
}
