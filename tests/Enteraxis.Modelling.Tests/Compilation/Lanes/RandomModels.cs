using System.Globalization;
using System.Text;
using Enteraxis.Numerics.Random;

namespace Enteraxis.Modelling.Tests.Compilation.Lanes;

/// <summary>Model texts made by chance: species with reactions, rate rules, assignment rules that build on each other, and events with delays and priorities.</summary>
internal sealed class RandomModels
{
    private const int Deepest = 4;

    private static readonly string[] Calls =
    [
        "exp(-abs(#))", "ln(1 + abs(#))", "log10(0.1 + abs(#))", "sqrt(abs(#))", "sin(#)", "cos(#)", "tan(0.3 * sin(#))", "asin(0.9 * sin(#))", "acos(0.9 * cos(#))", "atan(#)",
        "sinh(tanh(#))", "cosh(tanh(#))", "tanh(#)", "abs(#)", "floor(#)", "ceil(#)", "factorial(floor(3 * abs(sin(#))))", "-(#)", "arcsinh(#)", "sech(tanh(#))", "sqr(#)", "pow(abs(#) + 0.2, 1.7)",
        "arccot(1.5 + sin(#))",
    ];

    private static readonly string[] Pairs =
    [
        "(#) + (#)", "(#) - (#)", "(#) * (#)", "(#) / (1 + abs(#))", "min(#, #)", "max(#, #)", "(abs(#) + 0.3)^(1.2 * sin(#))", "quotient(#, 2 + abs(#))", "rem(#, 1.5 + abs(#))",
        "piecewise(#, ?, #)", "piecewise(#, ?, #, ?, #)", "helper(#, #)", "log(2 + abs(#), 3 + abs(#))",
    ];

    private static readonly string[] Truths =
    [
        "# < #", "# <= #", "# > #", "# >= #", "# == #", "# != #", "(? && ?)", "(? || ?)", "!(?)", "xor(?, ?)", "implies(?, ?)", "time > #",
    ];

    private readonly KeyedStream _chance;
    private ulong _next;

    private RandomModels(int number) => _chance = new KeyedStream(20261, (ulong)number, 1);

    public static string Text(int number) => new RandomModels(number).Make();

    private string Make()
    {
        StringBuilder text = new("function helper(u, v)\n  u * v / (1 + u^2)\nend\nmodel random_model()\n");
        int parameters = 2 + Of(4), species = 2 + Of(4), reactions = 2 + Of(4), rules = 1 + Of(3), rated = 1 + Of(2), events = Of(5) == 0 ? 0 : 1 + Of(3);
        List<string> names = ["time", .. Names("k", parameters), .. Names("S", species), .. Names("r", rated)];
        foreach (string name in names.Skip(1)) text.Append(CultureInfo.InvariantCulture, $"  {name} = {0.2 + 2 * Chance():0.000}\n");
        for (int i = 0; i < events; i++) text.Append(CultureInfo.InvariantCulture, $"  count{i} = 0\n");
        for (int i = 0; i < rules; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"  a{i} := {Formula(names, Deepest)}\n");
            names.Add($"a{i}");
        }
        for (int i = 0; i < reactions; i++) text.Append(CultureInfo.InvariantCulture, $"  J{i}: {Side(species)} -> {Side(species)}; {Formula(names, Deepest)}\n");
        for (int i = 0; i < rated; i++) text.Append(CultureInfo.InvariantCulture, $"  r{i}' = {Formula(names, Deepest)}\n");
        for (int i = 0; i < events; i++)
        {
            string delay = Of(2) == 0 ? FormattableString.Invariant($"abs({Formula(names, 2)}) after ") : "", priority = Of(2) == 0 ? $", priority = {Formula(names, 2)}" : "";
            text.Append(CultureInfo.InvariantCulture, $"  E{i}: at {delay}({Truth(names, 3)}){priority}: count{i} = count{i} + 1, S{Of(species)} = {Formula(names, 3)}, r{Of(rated)} = {Formula(names, 3)}\n");
        }
        return text.Append("end\n").ToString();
    }

    private string Formula(List<string> names, int depth)
    {
        double u = Chance();
        if (depth == 0 || u < 0.15) return Chance() < 0.25 ? (0.1 + 3 * Chance()).ToString("0.00", CultureInfo.InvariantCulture) : names[Of(names.Count)];
        return Fill(u < 0.5 ? Calls[Of(Calls.Length)] : Pairs[Of(Pairs.Length)], names, depth);
    }

    private string Truth(List<string> names, int depth) => Fill(depth == 0 ? "# < #" : Truths[Of(Truths.Length)], names, depth);

    private string Fill(string form, List<string> names, int depth)
    {
        StringBuilder filled = new();
        foreach (char c in form) _ = c switch { '#' => filled.Append(Formula(names, Math.Max(0, depth - 1))), '?' => filled.Append(Truth(names, Math.Max(0, depth - 1))), _ => filled.Append(c) };
        return filled.ToString();
    }

    private string Side(int species) => Of(4) switch { 0 => "", 1 => $"S{Of(species)}", 2 => $"2 S{Of(species)}", _ => $"S{Of(species)} + S{Of(species)}" };

    private static IEnumerable<string> Names(string stem, int count) => Enumerable.Range(0, count).Select(i => $"{stem}{i}");

    private int Of(int count) => (int)(Chance() * count);

    private double Chance() => _chance.Uniform(_next++);
}
