using Enteraxis.Modelling.Models;
using Enteraxis.Numerics;

namespace Enteraxis.Modelling.Sbml;

/// <summary>Reads SBML documents into a flat <see cref="Model"/>.</summary>
public static class SbmlReader
{
    /// <exception cref="InputException">The file cannot be read, is no SBML, or needs what is not supported.</exception>
    public static Model ReadFile(string path) =>
        throw new InputException($"{path}: SBML is not read yet; write the model as Antimony text (.ant).");
}
