using Enteraxis.Modelling.Expressions;
using Enteraxis.Modelling.Sbml.Documents;

namespace Enteraxis.Modelling.Sbml.Build;

/// <summary>Fast reactions.</summary>
internal sealed partial class ModelBuilder
{
    private void PrepareFastReactions()
    {
        if (_document.Reactions.FirstOrDefault(r => r.IsFast) is { } fast) throw fast.Source.Fault("fast reactions are not supported yet.");
    }

    private static bool IsFast(Reaction r) => r.IsFast;

    private static bool IsFast(Symbol s) => false;

    /// <summary>What a species' slot and the extents of fast reactions make together.</summary>
    private static Expr Whole(Symbol s) => s.Slot;
}
