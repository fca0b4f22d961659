using Enteraxis.Modelling.Models;

namespace Enteraxis.Modelling.Sbml.Write;

/// <summary>How random draws are written.</summary>
public enum DrawForm
{
    /// <summary>As functions of SBML core with the annotation by which simulators know a law; others compute the mean. Every checker of core accepts the file.</summary>
    Functions,
    /// <summary>As symbols of the package "distrib". Readers that lack the package refuse the file.</summary>
    Distrib,
}

/// <summary>What goes into an SBML file beside the mathematics.</summary>
public sealed record SbmlOptions
{
    public DrawForm Draws { get; init; } = DrawForm.Functions;

    /// <summary>By flat name of a quantity, an event or a jump; the model's own under the empty name.</summary>
    public IReadOnlyDictionary<string, Description> Descriptions { get; init; } = new Dictionary<string, Description>();
}
