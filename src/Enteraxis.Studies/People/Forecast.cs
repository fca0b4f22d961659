namespace Enteraxis.Studies.People;

/// <summary>A read-out as things are now: its mean over the twins, and where its width comes from.</summary>
public sealed record Forecast(string ReadOut, string Label, string Unit, double Mean, ForecastSources Sources);
