using Enteraxis.Modelling.Sbml.Fbc;
using Enteraxis.Numerics;

namespace Enteraxis.Studies.GenomeScale;

/// <param name="Name">In the one spelling of <see cref="ExchangeName"/>.</param>
/// <param name="Reaction">Place among the model's reactions.</param>
/// <param name="Release">What one unit of its flux puts into the lumen: 1 as most models write it (x_e →), −1 or another number otherwise.</param>
public readonly record struct TaxonExchange(string Name, int Reaction, double Release);

/// <summary>The metabolism of one taxon: its reactions, what it exchanges with the lumen, and what counts as growth.</summary>
/// <param name="File">Name of the file, without folder.</param>
public sealed record TaxonModel(string Taxon, string File, FluxNetwork Network, IReadOnlyList<TaxonExchange> Exchanges)
{
    /// <summary>Bounds at which a model's maker means "as much as you like"; an uptake that is open at all is open this far, as the diet and not the file says what is there.</summary>
    private const double Open = 1000;

    private static readonly string[] Outside = ["e", "C_e", "e0", "C_e0", "extracellular", "Extracellular", "ex"];

    /// <exception cref="InputException">No growth to maximise, nothing exchanged, or one exchange twice.</exception>
    public static TaxonModel Of(string taxon, string file, FluxNetwork network)
    {
        if (network.Objective.Count == 0) throw new InputException($"{file}: the model states no objective, so nobody knows which reaction is its growth; set the biomass reaction as the objective.");
        if (!network.IsMaximum) throw new InputException($"{file}: the objective is to be minimised, and a growth is maximised; set the biomass reaction as the objective.");
        List<TaxonExchange> exchanges = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        for (int r = 0; r < network.Reactions.Count; r++)
        {
            NetworkReaction reaction = network.Reactions[r];
            if (reaction.Terms is not [var (metabolite, stoichiometry)]) continue;
            NetworkMetabolite m = network.Metabolites[metabolite];
            // Sinks and demands of what is inside are the taxon's own affair.
            if ((ExchangeName.Of(reaction.Id) ?? (Outside.Contains(m.Compartment, StringComparer.Ordinal) ? ExchangeName.OfMetabolite(m.Id) : null)) is not { } name) continue;
            if (!seen.Add(name)) throw InputException.At(file, reaction.Line, 0, $"two reactions exchange '{name}'; keep one.");
            exchanges.Add(new TaxonExchange(name, r, -stoichiometry));
        }
        if (exchanges.Count == 0) throw new InputException($"{file}: no reaction exchanges anything with the surroundings (EX_…); give a model with exchange reactions.");
        return new TaxonModel(taxon, file, network, exchanges);
    }

    /// <summary>Bounds of a reaction within a community, mmol per g of the taxon's dry weight and hour.</summary>
    internal (double Lower, double Upper) Bounds(int reaction, double release)
    {
        NetworkReaction r = Network.Reactions[reaction];
        return release switch
        {
            > 0 => (r.Lower < 0 ? Math.Min(r.Lower, -Open) : r.Lower, r.Upper),
            < 0 => (r.Lower, r.Upper > 0 ? Math.Max(r.Upper, Open) : r.Upper),
            _ => (r.Lower, r.Upper),
        };
    }
}
