using Enteraxis.Modelling.Antimony;
using Enteraxis.Modelling.Expressions;
using Enteraxis.Modelling.Models;
using Enteraxis.Modelling.Sbml.Documents;

namespace Enteraxis.Modelling.Sbml.Build;

/// <summary>Reactions that fire one by one, where a stochastic simulation is asked for.</summary>
internal sealed partial class ModelBuilder
{
    private ModelReaction[] Firings() => !_options.FiresReactions ? [] : [.. _document.Reactions.Where(r => r.Law is not null).Select(Firing)];

    private ModelReaction Firing(Reaction r)
    {
        Dictionary<int, Expr> changes = [];
        foreach (SpeciesUse use in r.Uses.Where(Reacts))
        {
            Symbol s = _symbols.Get(use.Species, use.Source);
            int slot = _graph.Slot(s.Slot);
            changes[slot] = Changed(changes.GetValueOrDefault(slot, _graph.Zero), use, Change(s, (Species)s.Source, use, _graph.One));
        }
        return new ModelReaction(r.Id, StableHash.Of(r.Id), Value(r.Id, r.Source), [.. changes.Select(c => new ReactionChange(c.Key, c.Value))]);
    }
}
