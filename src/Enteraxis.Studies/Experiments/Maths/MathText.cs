using System.Globalization;

namespace Enteraxis.Studies.Experiments.Maths;

/// <summary>A formula as text that <see cref="MathParser"/> reads back to the same value.</summary>
public static class MathText
{
    private static readonly Dictionary<string, string> Symbols = new(StringComparer.Ordinal)
    {
        ["plus"] = "+", ["times"] = "*", ["divide"] = "/", ["power"] = "^", ["lt"] = "<", ["leq"] = "<=", ["gt"] = ">", ["geq"] = ">=", ["eq"] = "==", ["neq"] = "!=", ["and"] = "&&", ["or"] = "||",
    };

    public static string Of(MathNode node) => node switch
    {
        MathNumber n => double.IsPositiveInfinity(n.Value) ? "inf" : double.IsNegativeInfinity(n.Value) ? "(-inf)" : n.Value < 0 ? $"({Number(n.Value)})" : Number(n.Value),
        MathName n => n.Name,
        MathCall { Function: "minus", Arguments: [MathNode a] } => $"(-{Of(a)})",
        MathCall { Function: "minus", Arguments: [MathNode a, MathNode b] } => $"({Of(a)} - {Of(b)})",
        MathCall { Function: "not", Arguments: [MathNode a] } => $"(!{Of(a)})",
        MathCall c when c.Arguments.Count > 1 && Symbols.TryGetValue(c.Function, out string? symbol) => "(" + string.Join($" {symbol} ", c.Arguments.Select(Of)) + ")",
        MathCall c => $"{c.Function}({string.Join(", ", c.Arguments.Select(Of))})",
        _ => throw new InvalidOperationException(node.GetType().Name),
    };

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
