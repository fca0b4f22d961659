using Enteraxis.Numerics.Distributions;
using Enteraxis.Studies.Petab;

namespace Enteraxis.Studies.Calibration.FromPetab;

/// <summary>An estimated parameter of a PEtab problem with the law that its members are drawn from.</summary>
/// <param name="Law">On the search scale where <see cref="PriorLaw.OnScale"/>, else on the linear one; cut to the parameter's bounds.</param>
public sealed record FreePetabParameter(PetabParameter Row, PriorLaw Law)
{
    /// <summary>By the table's prior, else uniform between the bounds: on the search scale in version 1, as that version has it, on the linear one in version 2.</summary>
    public static FreePetabParameter Of(PetabParameter row)
    {
        PriorLaw law = row.Prior ?? new PriorLaw(PriorKind.Uniform, row.Scaled(row.Lower), row.Scaled(row.Upper), 0, 0, OnScale: true);
        return new FreePetabParameter(row, law.OnScale ? law with { Low = row.Scaled(row.Lower), High = row.Scaled(row.Upper) } : law with { Low = row.Lower, High = row.Upper });
    }

    /// <summary>The value on the linear scale at a standard normal place of the prior.</summary>
    public double At(double z)
    {
        double x = Law.Quantile(Math.Clamp(NormalLaw.Cdf(z), 1e-12, 1 - 1e-12));
        return Law.OnScale ? Row.Unscaled(x) : x;
    }

    public string Text => FormattableString.Invariant($"{Law.Kind} {Law.A:G6} {Law.B:G6}, {(Law.OnScale ? Row.Scale.ToString() : "linear")}, within {Row.Lower:G6} to {Row.Upper:G6}");
}
