using Enteraxis.Modelling.Antimony;
using Enteraxis.Modelling.Expressions;
using Enteraxis.Modelling.Models;
using Enteraxis.Modelling.Sbml.Documents;

namespace Enteraxis.Modelling.Sbml.Build;

/// <summary>Values at the start: initial assignments before the numbers of the components themselves.</summary>
internal sealed partial class ModelBuilder
{
    private Expr Initial(Symbol s)
    {
        if (s.Initial is { } assignment) return IntoSlot(s, Drawing(s.Id, () => _math.Translate(assignment.Formula)));
        return s.Source switch
        {
            Compartment c => _graph.Constant(c.Size ?? (c.Dimensions == 0 ? 1 : double.NaN)),
            Parameter p => _graph.Constant(p.Value ?? double.NaN),
            SpeciesUse u => _graph.Constant(u.Stoichiometry ?? double.NaN),
            Species { Amount: { } amount } species => s.HoldsAmount ? _graph.Constant(amount) : FromAmount(species, _graph.Constant(amount)),
            Species { Concentration: { } concentration } species =>
                s.HoldsAmount || MeansAmount(species) ? _graph.Multiply(_graph.Constant(concentration), SizeOf(species)) : _graph.Constant(concentration),
            _ => _graph.Constant(double.NaN),
        };
    }

    /// <summary>Builds an expression in which draws are allowed, keyed by a name.</summary>
    private Expr Drawing(string name, Func<Expr> build)
    {
        Drawn(name);
        Expr value = build();
        _scope.NextDraw = null;
        return value;
    }

    private void Drawn(string name)
    {
        int ordinal = 0, origin = StableHash.Of(name);
        _scope.NextDraw = () => (origin + ordinal++) & 0x7FFFFFFF;
    }

    private ParameterVariable[] Parameters() =>
        [.. _parameters.Select(s => new ParameterVariable(NameOfSlot(s), UnitOf(s), Initial(s), !s.IsMoved && s.IsConstant))];
}
