using Enteraxis.Modelling.Expressions;
using Enteraxis.Modelling.Models;
using Enteraxis.Modelling.Sbml.Documents;

namespace Enteraxis.Modelling.Sbml.Build;

/// <summary>Species: amounts and concentrations, and the sizes of their compartments.</summary>
internal sealed partial class ModelBuilder
{
    private Symbol CompartmentOf(Species species)
    {
        Symbol symbol = _symbols.Get(species.Compartment, species.Source);
        return symbol.Kind == SymbolKind.Compartment ? symbol : throw species.Source.Fault($"the compartment '{species.Compartment}' of the species '{species.Id}' is not a compartment.");
    }

    /// <summary>True where the identifier means an amount: said so, or in a compartment without an extent.</summary>
    private bool MeansAmount(Species species) => species.SubstanceOnly || ((Compartment)CompartmentOf(species).Source).Dimensions == 0;

    private Expr SizeOf(Species species) => Value(CompartmentOf(species), species.Source);

    private bool HoldsAmount(Symbol s, Species species)
    {
        if (MeansAmount(species)) return false;
        if (_options.FiresReactions && s.IsReacting) return true;
        Symbol compartment = CompartmentOf(species);
        // A rate rule moves the concentration itself; only an event's jump of the size must leave the amount.
        if (s.Rule is { Kind: RuleKind.Rate }) return compartment.IsMoved;
        return compartment.Role != Role.Parameter || compartment.IsMoved || compartment.Initial is null && ((Compartment)compartment.Source).Size is not { } size
            || compartment.Initial is null && ((Compartment)compartment.Source).Size is 0 or double.NaN;
    }

    /// <summary>What the identifier means from an amount.</summary>
    private Expr FromAmount(Species species, Expr amount) => MeansAmount(species) ? amount : _graph.Divide(amount, SizeOf(species));

    private IEnumerable<AssignedVariable> AmountAndConcentration(Symbol s, Species species)
    {
        Expr meant = Value(s, s.Element);
        Expr amount = MeansAmount(species) ? meant : s.HoldsAmount ? Whole(s) : _graph.Multiply(meant, SizeOf(species));
        Expr concentration = MeansAmount(species) ? _graph.Divide(meant, SizeOf(species)) : meant;
        if (NameOfSlot(s) != $"amount({s.Id})" || amount != s.Slot) yield return new AssignedVariable($"amount({s.Id})", "", amount);
        yield return new AssignedVariable($"concentration({s.Id})", "", concentration);
    }

    /// <summary>What the slot of a species is to hold when its identifier shall mean a value.</summary>
    private Expr IntoSlot(Symbol s, Expr meant) => s.HoldsAmount ? _graph.Multiply(meant, SizeOf((Species)s.Source)) : meant;
}
