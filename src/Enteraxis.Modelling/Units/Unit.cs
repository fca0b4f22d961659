using System.Globalization;

namespace Enteraxis.Modelling.Units;

/// <summary>A unit as a factor times powers of metre, kilogram, second, ampere, kelvin, mole, candela and item.</summary>
public sealed class Unit : IEquatable<Unit>
{
    private static readonly string[] Symbols = ["m", "kg", "s", "A", "K", "mol", "cd", "item"];

    private readonly double[] _powers;

    private Unit(double factor, double[] powers) => (Factor, _powers) = (factor, powers);

    /// <summary>How many of the base units one of this is.</summary>
    public double Factor { get; }

    public static Unit Dimensionless { get; } = new(1, new double[8]);

    /// <summary>Powers of metre, kilogram, second, ampere, kelvin, mole, candela and item, in this order.</summary>
    public IReadOnlyList<double> Powers => _powers;

    public bool IsDimensionless => _powers.All(p => p == 0);

    public static Unit Base(int dimension, double factor = 1)
    {
        double[] powers = new double[8];
        powers[dimension] = 1;
        return new Unit(factor, powers);
    }

    public static Unit Number(double factor) => new(factor, new double[8]);

    public static Unit operator *(Unit a, Unit b) => new(a.Factor * b.Factor, [.. a._powers.Zip(b._powers, (x, y) => x + y)]);

    public static Unit operator /(Unit a, Unit b) => new(a.Factor / b.Factor, [.. a._powers.Zip(b._powers, (x, y) => x - y)]);

    public Unit Power(double exponent) => new(Math.Pow(Factor, exponent), [.. _powers.Select(p => p * exponent)]);

    /// <summary>Same dimensions and the same size, within rounding.</summary>
    public bool Equals(Unit? other) =>
        other is not null && _powers.Zip(other._powers, (a, b) => Math.Abs(a - b)).All(d => d < 1e-9) && Math.Abs(Factor - other.Factor) <= 1e-9 * Math.Max(Math.Abs(Factor), Math.Abs(other.Factor));

    public override bool Equals(object? obj) => Equals(obj as Unit);

    public override int GetHashCode() => HashCode.Combine(Math.Round(_powers[0], 6), Math.Round(_powers[2], 6), Math.Round(_powers[5], 6));

    /// <summary>Spelled out in base units: "0.001 mol m^-3 s^-1".</summary>
    public override string ToString()
    {
        string powers = string.Join(' ', _powers.Select((p, i) => (p, i)).Where(x => Math.Abs(x.p) > 1e-9)
            .Select(x => x.p == 1 ? Symbols[x.i] : Symbols[x.i] + "^" + x.p.ToString("G6", CultureInfo.InvariantCulture)));
        string factor = Math.Abs(Factor - 1) < 1e-12 ? "" : Factor.ToString("G6", CultureInfo.InvariantCulture);
        return factor.Length == 0 && powers.Length == 0 ? "dimensionless" : $"{factor} {powers}".Trim();
    }
}
