namespace Enteraxis.Modelling.Sbml;

/// <summary>How an SBML document is read.</summary>
public sealed record SbmlReadOptions
{
    /// <summary>Gives every species two more quantities, amount(S) and concentration(S), for tables that ask for one of them.</summary>
    public bool AmountsAndConcentrations { get; init; }

    /// <summary>Reactions fire one by one at random, with their kinetic laws as propensities; species are then followed as amounts (counts of particles).</summary>
    public bool FiresReactions { get; init; }
}
