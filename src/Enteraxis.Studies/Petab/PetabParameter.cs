namespace Enteraxis.Studies.Petab;

/// <summary>The scale on which a parameter is searched for, or on which a measurement is compared.</summary>
public enum PetabScale { Linear, Log, Log10 }

/// <summary>One row of the parameter table.</summary>
/// <param name="Nominal">Value on the linear scale; null where the table gives none.</param>
/// <param name="Prior">What the objective adds for it; null where the table gives none and it is not estimated.</param>
/// <param name="StartPrior">What starting points are drawn from; null for uniform between the bounds.</param>
public sealed record PetabParameter(string Id, string Name, PetabScale Scale, double Lower, double Upper, double? Nominal, bool Estimate, PriorLaw? Prior, PriorLaw? StartPrior)
{
    /// <summary>A value as the search sees it.</summary>
    public double Scaled(double value) => Scale switch { PetabScale.Log => Math.Log(value), PetabScale.Log10 => Math.Log10(value), _ => value };

    /// <summary>A value back from the search's scale.</summary>
    public double Unscaled(double value) => Scale switch { PetabScale.Log => Math.Exp(value), PetabScale.Log10 => Math.Pow(10, value), _ => value };
}
