using Google.OrTools.LinearSolver;

namespace Enteraxis.Simulation.Flux;

/// <summary>Flux balance analysis: the fluxes v that are best for a linear objective under S v = 0 and lower ≤ v ≤ upper, by the simplex method (GLOP).</summary>
/// <remarks>
/// The best objective is unique, the fluxes need not be: where several are equally good, one vertex of them is given, the same each time.
/// When not: objectives or constraints that are not linear. Reference: Orth, Thiele, Palsson: What is flux balance analysis? (Nature Biotechnology 28:245, 2010).
/// A program that calls this names the package Google.OrTools itself, for its native code.
/// </remarks>
/// <example>
/// <code>
/// FluxBalance balance = new(1);
/// int inflow = balance.Add("inflow", 0, 10, (0, 1)), outflow = balance.Add("outflow", 0, 100, (0, -1));
/// FluxSolution best = balance.Solve([(outflow, 1)], maximise: true); // objective 10
/// </code>
/// </example>
/// <param name="metabolites">Rows of S: quantities that are neither to gather nor to run out.</param>
public sealed class FluxBalance(int metabolites)
{
    private readonly List<(string Name, double Lower, double Upper, (int Metabolite, double Stoichiometry)[] Terms)> _reactions = [];

    public int Reactions => _reactions.Count;

    /// <summary>Adds a column of S with its bounds, which may be infinite; gives its place among the fluxes.</summary>
    /// <param name="terms">What one unit of flux makes (positive) or takes (negative) of each metabolite; a metabolite named twice is summed.</param>
    /// <exception cref="ArgumentException">A metabolite that is none of the rows, or a stoichiometry that is no finite number.</exception>
    public int Add(string name, double lower, double upper, params ReadOnlySpan<(int Metabolite, double Stoichiometry)> terms)
    {
        foreach ((int metabolite, double stoichiometry) in terms)
            if (metabolite < 0 || metabolite >= metabolites || !double.IsFinite(stoichiometry))
                throw new ArgumentException($"The reaction '{name}' has a term that is no row or no finite number.", nameof(terms));
        _reactions.Add((name, lower, upper, terms.ToArray()));
        return _reactions.Count - 1;
    }

    /// <summary>The best fluxes, or why there are none.</summary>
    /// <param name="objective">Fluxes and their weights.</param>
    public FluxSolution Solve(IReadOnlyList<(int Reaction, double Weight)> objective, bool maximise)
    {
        foreach ((string name, double lower, double upper, _) in _reactions)
            if (!(lower <= upper)) return FluxSolution.None(FormattableString.Invariant($"the flux '{name}' has a lower bound of {lower} and an upper one of {upper}, which no flux meets"));
        using Solver solver = Solver.CreateSolver("GLOP");
        Constraint[] rows = [.. Enumerable.Range(0, metabolites).Select(_ => solver.MakeConstraint(0, 0))];
        Variable[] fluxes = new Variable[_reactions.Count];
        for (int r = 0; r < fluxes.Length; r++)
        {
            fluxes[r] = solver.MakeNumVar(_reactions[r].Lower, _reactions[r].Upper, "");
            foreach (IGrouping<int, (int Metabolite, double Stoichiometry)> term in _reactions[r].Terms.GroupBy(t => t.Metabolite))
                rows[term.Key].SetCoefficient(fluxes[r], term.Sum(t => t.Stoichiometry));
        }
        Objective aim = solver.Objective();
        foreach (IGrouping<int, (int Reaction, double Weight)> term in objective.GroupBy(o => o.Reaction)) aim.SetCoefficient(fluxes[term.Key], term.Sum(t => t.Weight));
        if (maximise) aim.SetMaximization();
        else aim.SetMinimization();
        Solver.ResultStatus status = solver.Solve();
        return status switch
        {
            Solver.ResultStatus.OPTIMAL => new FluxSolution(aim.Value(), [.. fluxes.Select(f => f.SolutionValue())], null),
            Solver.ResultStatus.INFEASIBLE => FluxSolution.None("no fluxes meet the balances and the bounds together"),
            Solver.ResultStatus.UNBOUNDED => FluxSolution.None("the objective has no bound; give the fluxes bounds that hold it"),
            _ => FluxSolution.None($"the linear program could not be solved ({status.ToString().ToLowerInvariant()})"),
        };
    }
}
