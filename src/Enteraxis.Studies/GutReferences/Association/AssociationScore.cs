using Enteraxis.Numerics;
using Enteraxis.Numerics.Tables;

namespace Enteraxis.Studies.GutReferences.Association;

/// <summary>How far a sample leans to what studies of the disease agree on: a sum with fixed weights, in standard deviations of the reference's controls.</summary>
/// <remarks>
/// Not a probability, no diagnosis, and not for comparing cohorts: extraction, primers and taxonomy move it as far as the disease does. Terms and weights stand in
/// models/gut/association_score.tsv with the studies behind them, and were not fitted.
/// </remarks>
public sealed class AssociationScore
{
    private const string Mean = "control_mean", Spread = "control_sd";

    private readonly double _mean, _sd;

    private AssociationScore(IReadOnlyList<ScoreTerm> terms, IReadOnlyList<ScoreFigure> worth)
    {
        (Terms, Worth) = (terms, worth);
        (_mean, _sd) = (Figure(Mean).Value, Figure(Spread).Value);
    }

    public IReadOnlyList<ScoreTerm> Terms { get; }

    /// <summary>What it was worth where it was measured.</summary>
    public IReadOnlyList<ScoreFigure> Worth { get; }

    /// <param name="folder">models/gut.</param>
    /// <exception cref="InputException">A table is missing or faulty.</exception>
    public static AssociationScore Read(string folder)
    {
        TsvTable terms = TsvTable.Read(Path.Combine(folder, "association_score.tsv"), "taxon", "weight", "floor", "centre", "scale", "evidence");
        TsvTable worth = TsvTable.Read(Path.Combine(folder, "association_worth.tsv"), "quantity", "label", "value", "low", "high");
        return new AssociationScore(
            [.. terms.Rows.Select(r => new ScoreTerm(new ReferenceItem(ReferenceItem.Taxon, r.Required("taxon")), r.Choice("weight", "1", "-1") == "1" ? 1 : -1, r.Number("floor"), r.Number("centre"), r.Number("scale"), r.Required("evidence")))],
            [.. worth.Rows.Select(r => new ScoreFigure(r.Required("quantity"), r["label"], r.Number("value"), r.Optional("low"), r.Optional("high")))]);
    }

    /// <exception cref="InputException">The table does not hold it.</exception>
    public ScoreFigure Figure(string quantity) => Worth.FirstOrDefault(w => w.Quantity == quantity) ?? throw new InputException($"association_worth.tsv: '{quantity}' is missing; restore the table from the repository.");

    /// <summary>The score with its 90 % interval from counting reads; null where the taxonomy does not hold all terms.</summary>
    public (double Score, double Low, double High)? Of(ItemShares shares, int sample)
    {
        double sum = 0, below = 0, above = 0;
        for (int t = 0; t < Terms.Count; t++)
        {
            if (shares[sample, Place(shares, t)] is not { } s) return null;
            double at = Term(t, s.Share), low = Term(t, s.Low), high = Term(t, s.High);
            sum += at;
            // Each term's distances from the estimate, added as squares: terms are counted nearly independently.
            below += Square(at - Math.Min(at, Math.Min(low, high)));
            above += Square(Math.Max(at, Math.Max(low, high)) - at);
        }
        return ((sum - _mean) / _sd, (sum - _mean - Math.Sqrt(below)) / _sd, (sum - _mean + Math.Sqrt(above)) / _sd);
    }

    /// <summary>Logarithms of a sample's terms as validation needs them; null as for <see cref="Of"/>.</summary>
    internal double[]? Logarithms(ItemShares shares, int sample)
    {
        double[] logs = new double[Terms.Count];
        for (int t = 0; t < logs.Length; t++)
        {
            if (shares[sample, Place(shares, t)] is not { } s) return null;
            logs[t] = Math.Log(s.Share + Terms[t].Floor);
        }
        return logs;
    }

    private double Term(int t, double share) => Terms[t].Weight * (Math.Log(share + Terms[t].Floor) - Terms[t].Centre) / Terms[t].Scale;

    private int Place(ItemShares shares, int term)
    {
        for (int i = 0; i < shares.Items.Count; i++)
            if (shares.Items[i] == Terms[term].Item) return i;
        throw new InputException($"association_score.tsv: '{Terms[term].Item.Name}' does not stand in named_taxa.tsv; add it there or remove it here.");
    }

    private static double Square(double x) => x * x;
}
