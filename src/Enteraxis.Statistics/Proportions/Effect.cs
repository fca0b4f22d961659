namespace Enteraxis.Statistics.Proportions;

/// <summary>An estimate with its interval.</summary>
public readonly record struct Effect(double Estimate, double Lower, double Upper);
