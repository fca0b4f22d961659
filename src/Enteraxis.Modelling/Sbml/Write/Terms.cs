using Enteraxis.Modelling.Models;
using Enteraxis.Modelling.Units;

namespace Enteraxis.Modelling.Sbml.Write;

/// <summary>Terms of the Systems Biology Ontology that follow from what a quantity is, where nobody has given one.</summary>
internal static class Terms
{
    private const int QuantitativeParameter = 2, KineticConstant = 9;

    /// <summary>A constant per unit of time is a kinetic constant, any other a quantitative parameter.</summary>
    public static int OfConstant(Model model, string name) =>
        model.Units.Of.TryGetValue(name, out Unit? unit) && unit.Powers[2] == -1 && unit.Powers.Where((_, i) => i != 2).All(p => p == 0) ? KineticConstant : QuantitativeParameter;
}
