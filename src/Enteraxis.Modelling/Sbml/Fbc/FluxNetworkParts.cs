using System.Globalization;
using Enteraxis.Numerics;
using Enteraxis.Numerics.Text;

namespace Enteraxis.Modelling.Sbml.Fbc;

/// <summary>What was met of a genome-scale model, in any order; names are resolved when all of it is there.</summary>
internal sealed class FluxNetworkParts(string file)
{
    private readonly Dictionary<string, int> _species = new(StringComparer.Ordinal), _reactionAt = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (double Lower, double Upper)> _bounds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double> _parameters = new(StringComparer.Ordinal);
    private readonly List<NetworkMetabolite> _metabolites = [];
    private readonly List<(string Id, string Name, string? Lower, string? Upper, int Line, List<(string Species, double Stoichiometry, string? Id, int Line)> Terms)> _reactions = [];
    private readonly List<(string Id, bool IsMaximum, List<(string Reaction, double Weight, int Line)> Terms)> _objectives = [];

    public string Id { get; set; } = "";

    public string Name { get; set; } = "";

    public bool IsStrict { get; set; }

    public string? Active { get; set; }

    /// <summary>Names that a rule or an initial assignment gives a value.</summary>
    public HashSet<string> Computed { get; } = new(StringComparer.Ordinal);

    public void AddSpecies(string id, string name, string compartment, string formula, bool isBoundary, int line)
    {
        if (!_species.TryAdd(id, isBoundary ? -1 : _metabolites.Count)) throw At(line, $"the species '{Echo.Of(id)}' stands twice; keep one.");
        if (!isBoundary) _metabolites.Add(new NetworkMetabolite(id, name, compartment, formula));
    }

    public void AddParameter(string id, double value, int line)
    {
        if (!_parameters.TryAdd(id, value)) throw At(line, $"the parameter '{Echo.Of(id)}' stands twice; keep one.");
    }

    public void AddReaction(string id, string name, string? lower, string? upper, int line)
    {
        if (!_reactionAt.TryAdd(id, _reactions.Count)) throw At(line, $"the reaction '{Echo.Of(id)}' stands twice; keep one.");
        _reactions.Add((id, name, lower, upper, line, []));
    }

    public void AddTerm(string species, int sign, double stoichiometry, string? id, int line)
    {
        if (_reactions.Count == 0) throw At(line, "a species reference stands outside of a reaction.");
        _reactions[^1].Terms.Add((species, sign * stoichiometry, id, line));
    }

    public void AddObjective(string id, bool isMaximum) => _objectives.Add((id, isMaximum, []));

    public void AddObjectiveTerm(string reaction, double weight, int line)
    {
        if (_objectives.Count == 0) throw At(line, "a flux objective stands outside of an objective.");
        _objectives[^1].Terms.Add((reaction, weight, line));
    }

    /// <summary>A bound as version 1 of the package writes it.</summary>
    public void AddBound(string reaction, string operation, double value, int line)
    {
        (double lower, double upper) = _bounds.GetValueOrDefault(reaction, (double.NegativeInfinity, double.PositiveInfinity));
        _bounds[reaction] = operation switch
        {
            // A linear program knows no difference between less and at most.
            "lessEqual" or "less" => (lower, Math.Min(upper, value)),
            "greaterEqual" or "greater" => (Math.Max(lower, value), upper),
            "equal" => (value, value),
            _ => throw At(line, $"'{Echo.Of(operation)}' is no operation of a flux bound; write lessEqual, greaterEqual or equal."),
        };
    }

    public FluxNetwork Build()
    {
        if (_reactions.Count == 0) throw new InputException($"{file}: the model holds no reaction; give a model of metabolism.");
        foreach (string reaction in _bounds.Keys)
            if (!_reactionAt.ContainsKey(reaction)) throw new InputException($"{file}: a flux bound names the reaction '{Echo.Of(reaction)}', which is not defined.");
        NetworkReaction[] reactions = [.. _reactions.Select(Reaction)];
        (IReadOnlyList<(int, double)> terms, bool isMaximum) = Objective();
        return new FluxNetwork(Id, Name, _metabolites, reactions, terms, isMaximum);
    }

    private NetworkReaction Reaction((string Id, string Name, string? Lower, string? Upper, int Line, List<(string Species, double Stoichiometry, string? Id, int Line)> Terms) r)
    {
        (double lower, double upper) = _bounds.GetValueOrDefault(r.Id, (double.NegativeInfinity, double.PositiveInfinity));
        lower = Bound(r.Id, "lowerFluxBound", r.Lower, lower, r.Line);
        upper = Bound(r.Id, "upperFluxBound", r.Upper, upper, r.Line);
        if (!(lower <= upper)) throw At(r.Line, string.Create(CultureInfo.InvariantCulture, $"the reaction '{Echo.Of(r.Id)}' has a lower bound of {lower} and an upper one of {upper}, which no flux meets; correct them."));
        if (double.IsPositiveInfinity(lower) || double.IsNegativeInfinity(upper)) throw At(r.Line, $"the bounds of the reaction '{Echo.Of(r.Id)}' leave no finite flux; correct them.");
        SortedDictionary<int, double> terms = [];
        foreach ((string species, double stoichiometry, string? id, int line) in r.Terms)
        {
            if (!_species.TryGetValue(species, out int place)) throw At(line, $"the species '{Echo.Of(species)}' is not defined.");
            if (!double.IsFinite(stoichiometry) || (id is not null && Computed.Contains(id))) throw At(line, $"the species reference to '{Echo.Of(species)}' has no finite number as its stoichiometry; write one.");
            if (place >= 0) terms[place] = terms.GetValueOrDefault(place) + stoichiometry;
        }
        return new NetworkReaction(r.Id, r.Name, lower, upper, [.. terms.Where(t => t.Value != 0).Select(t => (t.Key, t.Value))], r.Line);
    }

    private double Bound(string reaction, string attribute, string? name, double otherwise, int line)
    {
        if (name is null) return !IsStrict ? otherwise : throw At(line, $"the reaction '{Echo.Of(reaction)}' has no {attribute}, which a strict model needs; add it.");
        if (!_parameters.TryGetValue(name, out double value)) throw At(line, $"the {attribute} '{Echo.Of(name)}' of the reaction '{Echo.Of(reaction)}' is no parameter.");
        if (double.IsNaN(value) || Computed.Contains(name)) throw At(line, $"the {attribute} '{Echo.Of(name)}' of the reaction '{Echo.Of(reaction)}' has no number as its value; write one.");
        return value;
    }

    private (IReadOnlyList<(int, double)>, bool) Objective()
    {
        if (_objectives.Count == 0) return ([], true);
        int active = Active is null ? 0 : _objectives.FindIndex(o => o.Id == Active);
        if (active < 0) throw new InputException($"{file}: the active objective '{Echo.Of(Active!)}' is not among the objectives.");
        Dictionary<int, double> weights = [];
        foreach ((string reaction, double weight, int line) in _objectives[active].Terms)
        {
            if (!_reactionAt.TryGetValue(reaction, out int place)) throw At(line, $"the flux objective names the reaction '{Echo.Of(reaction)}', which is not defined.");
            if (!double.IsFinite(weight)) throw At(line, "the coefficient of the flux objective is not finite.");
            weights[place] = weights.GetValueOrDefault(place) + weight;
        }
        return ([.. weights.Where(w => w.Value != 0).OrderBy(w => w.Key).Select(w => (w.Key, w.Value))], _objectives[active].IsMaximum);
    }

    private InputException At(int line, string what) => InputException.At(file, line, 0, what);
}
