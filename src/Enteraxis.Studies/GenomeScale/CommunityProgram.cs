using Enteraxis.Modelling.Sbml.Fbc;
using Enteraxis.Numerics;
using Enteraxis.Simulation.Flux;

namespace Enteraxis.Studies.GenomeScale;

/// <summary>The linear program of a community: every taxon's metabolism in mmol per g of its own dry weight and hour, and a lumen that they share, where a taxon counts by its share.</summary>
/// <remarks>
/// Lumen: for each exchange Σ share · release + taken from the diet − left over = 0, the diet's part at most what it offers, what is left over without limit. Growth of a taxon is its own objective; the
/// community's is Σ share · growth, 1/h. Nothing gathers. Fluxes that may go both ways are two columns, so that their size is linear.
/// Members and exchanges stand in the order of their names: the program does not depend on the order in which files were found.
/// Reference for the form: C. Diener, S. Gibbons, O. Resendis-Antonio, MICOM, mSystems 5:e00606-19, 2020.
/// </remarks>
public sealed class CommunityProgram : IDisposable
{
    private readonly LinearProgram _program;
    private readonly int[] _growth, _taken, _left;
    private readonly int _communityRow;
    private readonly (int Forward, int Backward)[][] _flux;
    private readonly Dictionary<string, int> _exchangeAt;

    public CommunityProgram(IReadOnlyList<CommunityMember> members, Diet diet) : this(members, diet, whole: false) { }

    internal CommunityProgram(IReadOnlyList<CommunityMember> members, Diet diet, bool whole)
    {
        _program = new LinearProgram(whole);
        Members = [.. members.OrderBy(m => m.Model.Taxon, StringComparer.Ordinal).ThenBy(m => m.Model.File, StringComparer.Ordinal)];
        Diet = diet;
        Exchanges = [.. Members.SelectMany(m => m.Model.Exchanges.Select(e => e.Name)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        _exchangeAt = Exchanges.Select((e, i) => (e, i)).ToDictionary(x => x.e, x => x.i, StringComparer.Ordinal);
        int[] lumen = [.. Exchanges.Select(_ => _program.AddRow(0, 0))];
        _taken = [.. Exchanges.Select(e => _program.AddColumn(0, diet.Of(e)))];
        _left = [.. Exchanges.Select(_ => _program.AddColumn(0, double.PositiveInfinity))];
        for (int e = 0; e < lumen.Length; e++)
        {
            _program.SetCoefficient(lumen[e], _taken[e], 1);
            _program.SetCoefficient(lumen[e], _left[e], -1);
        }
        _communityRow = _program.AddRow(double.NegativeInfinity, double.PositiveInfinity);
        _growth = new int[Members.Count];
        _flux = new (int, int)[Members.Count][];
        for (int m = 0; m < Members.Count; m++) Add(m, lumen);
    }

    /// <summary>By taxon.</summary>
    public IReadOnlyList<CommunityMember> Members { get; }

    /// <summary>All that any member exchanges, by name.</summary>
    public IReadOnlyList<string> Exchanges { get; }

    public Diet Diet { get; private set; }

    /// <summary>Linear programs solved so far.</summary>
    public int Solves => _program.Solves;

    public (int Rows, int Columns) Size => (_program.Rows, _program.Columns);

    internal LinearProgram Program => _program;

    internal int TakenColumn(int exchange) => _taken[exchange];

    internal int LeftColumn(int exchange) => _left[exchange];

    internal int GrowthColumn(int member) => _growth[member];

    public int IndexOf(string exchange) => _exchangeAt.GetValueOrDefault(exchange, -1);

    /// <summary>Changes what the diet offers of one exchange.</summary>
    /// <exception cref="InputException">No member exchanges it.</exception>
    public void Offer(string exchange, double bound)
    {
        int e = IndexOf(exchange);
        if (e < 0) throw new InputException($"{exchange}: no taxon of the community exchanges it.{Numerics.Text.NearestName.Hint(exchange, Exchanges)}");
        Diet = Diet.With(exchange, bound);
        _program.SetColumnBounds(_taken[e], 0, bound);
    }

    /// <summary>The community's growth is at least this; −∞ for no demand.</summary>
    public void RequireCommunity(double least) => _program.SetRowBounds(_communityRow, least, double.PositiveInfinity);

    /// <summary>Every taxon grows at least this fast, 1/h.</summary>
    public void RequireGrowth(IReadOnlyList<double> least)
    {
        for (int m = 0; m < _growth.Length; m++) _program.SetColumnBounds(_growth[m], least[m], double.PositiveInfinity);
    }

    /// <summary>Takes back all demands on growth.</summary>
    public void Free()
    {
        RequireCommunity(double.NegativeInfinity);
        RequireGrowth(new double[_growth.Length]);
    }

    public void MaximiseCommunity() => _program.SetObjective(_growth.Select((c, m) => (c, Members[m].Share)), maximise: true);

    public void Minimise(IReadOnlyList<double> growthWeights) => _program.SetObjective(_growth.Select((c, m) => (c, growthWeights[m])), maximise: false);

    /// <summary>The sum of the sizes of all fluxes, each counted by its taxon's share.</summary>
    public void MinimiseTotalFlux() => _program.SetObjective(_flux.SelectMany((own, m) => own.SelectMany(f => Parts(f).Select(p => (p.Column, Members[m].Share * Math.Abs(p.Sign))))), maximise: false);

    public void MinimiseTaken() => _program.SetObjective(_taken.Select(c => (c, 1.0)), maximise: false);

    /// <summary>What is left over less what is taken of one exchange.</summary>
    public void Aim(int exchange, bool maximise) => _program.SetObjective([(_left[exchange], 1), (_taken[exchange], -1)], maximise);

    public LinearOutcome Solve(CancellationToken cancellation = default) => _program.Solve(cancellation);

    public double ObjectiveValue => _program.ObjectiveValue;

    public double[] Growth() => [.. _growth.Select(_program.Value)];

    /// <summary>Flux of a member's reaction, mmol per g of the taxon and hour (of a growth reaction 1/h).</summary>
    public double Flux(int member, int reaction) => Parts(_flux[member][reaction]).Sum(p => p.Sign * _program.Value(p.Column));

    /// <summary>What goes on beyond the lumen less what the diet gave, mmol per g of the community and hour: negative for what is used up.</summary>
    public double NetRelease(int exchange) => _program.Value(_left[exchange]) - _program.Value(_taken[exchange]);

    public void Dispose() => _program.Dispose();

    private void Add(int m, int[] lumen)
    {
        (TaxonModel model, double share) = (Members[m].Model, Members[m].Share);
        FluxNetwork network = model.Network;
        int[] rows = [.. network.Metabolites.Select(_ => _program.AddRow(0, 0))];
        double[] release = new double[network.Reactions.Count];
        foreach (TaxonExchange e in model.Exchanges) release[e.Reaction] = e.Release;
        _flux[m] = new (int, int)[network.Reactions.Count];
        for (int r = 0; r < network.Reactions.Count; r++)
        {
            (double lower, double upper) = model.Bounds(r, release[r]);
            int forward = upper > 0 ? _program.AddColumn(Math.Max(0, lower), upper) : -1, backward = lower < 0 ? _program.AddColumn(Math.Max(0, -upper), -lower) : -1;
            _flux[m][r] = (forward, backward);
            foreach ((int column, int sign) in Parts((forward, backward)))
                foreach ((int metabolite, double stoichiometry) in network.Reactions[r].Terms) _program.SetCoefficient(rows[metabolite], column, sign * stoichiometry);
        }
        foreach (TaxonExchange e in model.Exchanges)
            foreach ((int column, int sign) in Parts(_flux[m][e.Reaction])) _program.SetCoefficient(lumen[_exchangeAt[e.Name]], column, sign * e.Release * share);
        int growthRow = _program.AddRow(0, 0);
        _growth[m] = _program.AddColumn(0, double.PositiveInfinity);
        _program.SetCoefficient(growthRow, _growth[m], -1);
        foreach ((int reaction, double weight) in network.Objective)
            foreach ((int column, int sign) in Parts(_flux[m][reaction])) _program.SetCoefficient(growthRow, column, sign * weight);
        _program.SetCoefficient(_communityRow, _growth[m], share);
    }

    private static IEnumerable<(int Column, int Sign)> Parts((int Forward, int Backward) flux)
    {
        if (flux.Forward >= 0) yield return (flux.Forward, 1);
        if (flux.Backward >= 0) yield return (flux.Backward, -1);
    }
}
