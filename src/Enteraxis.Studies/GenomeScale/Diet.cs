namespace Enteraxis.Studies.GenomeScale;

/// <summary>What comes into the lumen: for each exchange the most that all taxa together may take up, mmol per g dry weight of the community and hour.</summary>
/// <param name="Source">File name, for sentences.</param>
public sealed record Diet(string Source, IReadOnlyDictionary<string, double> Offered)
{
    public double Of(string exchange) => Offered.GetValueOrDefault(exchange);

    public Diet With(string exchange, double bound) => this with { Offered = new Dictionary<string, double>(Offered, StringComparer.Ordinal) { [exchange] = bound } };
}
