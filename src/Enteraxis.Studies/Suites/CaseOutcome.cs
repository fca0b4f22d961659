namespace Enteraxis.Studies.Suites;

public enum Verdict { Passed, Failed, Refused }

/// <summary>What became of a case.</summary>
/// <param name="Why">One sentence where it did not pass.</param>
/// <param name="Worst">Largest |difference| by what is allowed; above 1 fails.</param>
public sealed record CaseOutcome(SuiteCase Case, Verdict Verdict, string Why, double Worst, double Seconds);
