using Enteraxis.Modelling.Expressions;

namespace Enteraxis.Modelling.Compilation;

/// <summary>Gives the number behind a draw node; a pure function of its key and the draw's index.</summary>
public interface IDrawSource
{
    double Draw(Operator kind, int drawIndex, ReadOnlySpan<double> arguments);
}
