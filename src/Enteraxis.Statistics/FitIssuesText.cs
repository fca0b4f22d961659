namespace Enteraxis.Statistics;

/// <summary>The issues of a fit as sentences for a reader.</summary>
public static class FitIssuesText
{
    private static readonly (FitIssues Issue, string Sentence)[] Texts =
    [
        (FitIssues.NoEvents, "Nobody had the event, so nothing can be estimated."),
        (FitIssues.RunsAway, "The likelihood has no maximum (one group has all the events or none): the estimate is infinite and only the score and likelihood-ratio tests hold."),
        (FitIssues.Aliased, "A covariate is constant or a linear combination of others and was left out."),
        (FitIssues.NotConverged, "The iterations did not converge; the figures are not to be reported."),
        (FitIssues.NoOverdispersion, "The counts vary no more than Poisson's, so the dispersion is zero and the fit is Poisson's."),
        (FitIssues.EmptyGroup, "A group has nobody in it."),
        (FitIssues.NoResidualFreedom, "There are as many coefficients as observations, so no error can be estimated."),
    ];

    /// <summary>One sentence an issue, in a fixed order; empty for an ordinary fit.</summary>
    public static IReadOnlyList<string> Sentences(this FitIssues issues) =>
        issues == FitIssues.None ? [] : [.. Texts.Where(t => issues.HasFlag(t.Issue)).Select(t => t.Sentence)];
}
