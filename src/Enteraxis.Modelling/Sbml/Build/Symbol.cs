using System.Xml.Linq;
using Enteraxis.Modelling.Expressions;
using Enteraxis.Modelling.Sbml.Documents;

namespace Enteraxis.Modelling.Sbml.Build;

internal enum SymbolKind { Compartment, Species, Parameter, SpeciesReference, Reaction }

/// <summary>What determines a symbol's value in the course of time.</summary>
internal enum Role
{
    /// <summary>Nothing but events: a slot of the parameter vector.</summary>
    Parameter,
    /// <summary>A rate rule or reactions: a slot of the state vector.</summary>
    State,
    /// <summary>An expression over other quantities: assignment rules, reaction rates, stoichiometryMath.</summary>
    Assigned,
    /// <summary>An algebraic rule.</summary>
    Algebraic,
}

/// <summary>One identifier of a model that formulas may name, with all that the document says of it.</summary>
internal sealed class Symbol(SymbolKind kind, Component source)
{
    public SymbolKind Kind { get; } = kind;

    public Component Source { get; } = source;

    public string Id => Source.Id;

    public InitialAssignment? Initial { get; set; }

    public Rule? Rule { get; set; }

    /// <summary>Some event assigns it.</summary>
    public bool IsMoved { get; set; }

    /// <summary>A species that reactions make or take.</summary>
    public bool IsReacting { get; set; }

    public Role Role { get; set; }

    /// <summary>The state, the parameter or the unknown that holds it; none for an assigned one.</summary>
    public Expr Slot { get; set; } = Expr.None;

    /// <summary>The slot holds an amount where the identifier means a concentration.</summary>
    public bool HoldsAmount { get; set; }

    public bool IsConstant => Source switch
    {
        Compartment c => c.IsConstant,
        Species s => s.IsConstant,
        Parameter p => p.IsConstant,
        SpeciesUse u => u.IsConstant,
        _ => true,
    };

    /// <summary>True where the document itself gives a number to start from.</summary>
    public bool HasNumber => Source switch
    {
        Compartment c => c.Size is not null,
        Species s => s.Amount is not null || s.Concentration is not null,
        Parameter p => p.Value is not null,
        SpeciesUse u => u.Stoichiometry is not null,
        _ => false,
    };

    public XElement Element => Source.Source;
}
