namespace Enteraxis.Microbiome.Ecology.GroupTests;

/// <summary>How much of the distances between samples each term explains.</summary>
/// <param name="Measure">Of the distances.</param>
/// <param name="Samples">That took part.</param>
/// <param name="Model">All terms together.</param>
/// <param name="Terms">In the order given.</param>
/// <param name="Residual">What is left; without F and p.</param>
/// <param name="TotalSumOfSquares">Σ d² / n.</param>
/// <param name="Notes">Samples left out and what limits the p-values, in sentences.</param>
public sealed record PermanovaResult(string Measure, int Samples, PermanovaRow Model, IReadOnlyList<PermanovaRow> Terms, PermanovaRow Residual, double TotalSumOfSquares, IReadOnlyList<string> Notes);

/// <param name="Term">Name.</param>
/// <param name="Df">Degrees of freedom; fewer than a factor's levels less one where other terms hold some of them.</param>
/// <param name="SumOfSquares">In squared units of the distances.</param>
/// <param name="R2">Share of the total sum of squares.</param>
/// <param name="F">Pseudo-F; null for the residual and for a term that adds nothing.</param>
/// <param name="P">(1 + permutations with an F as large) / (1 + permutations); null where permutations cannot test it.</param>
public sealed record PermanovaRow(string Term, int Df, double SumOfSquares, double R2, double? F, double? P);
