using Enteraxis.Modelling.Expressions;
using Enteraxis.Numerics;

namespace Enteraxis.Modelling.Models;

/// <summary>What a file calls a random draw.</summary>
internal static class DrawNames
{
    /// <exception cref="InputException">The draw lies within bounds, which are computed here in a way that no file says.</exception>
    public static string Of(Operator draw) => draw is >= Operator.DrawUniform and < Operator.BelowNormal
        ? draw.ToString()["Draw".Length..].ToLowerInvariant()
        : throw new InputException("A random draw within bounds cannot be written yet; draw without bounds and limit the result with min and max.");
}
