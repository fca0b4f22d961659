using Enteraxis.Modelling.Antimony.Flattening;
using Enteraxis.Modelling.Antimony.Syntax;
using Enteraxis.Modelling.Expressions;

namespace Enteraxis.Modelling.Antimony;

internal sealed partial class ModelBuilder
{
    private readonly record struct Change(FlatReaction Reaction, SpeciesReference Species, int Sign);

    private readonly Dictionary<string, int> _stateOf = new(StringComparer.Ordinal);
    private readonly Dictionary<int, List<Change>> _changes = [];
    private readonly Dictionary<int, Expr> _rates = [];
    private readonly HashSet<int> _ratesOpen = [];

    /// <summary>Which reactions move a state, in the order of the text.</summary>
    private void IndexReactions()
    {
        for (int i = 0; i < _states.Count; i++) _stateOf[_states[i].Symbol.Name] = i;
        foreach (FlatReaction r in _flat.Reactions)
        {
            if (r.Statement.Rate is null) continue;
            foreach (SpeciesReference x in r.Statement.Left) Index(r, x, -1);
            foreach (SpeciesReference x in r.Statement.Right) Index(r, x, 1);
        }
    }

    private void Index(FlatReaction r, SpeciesReference x, int sign)
    {
        if (x.IsBoundary || !_stateOf.TryGetValue(_flat.Canonical(r.Prefix + x.Name), out int i)) return;
        FlatSymbol species = _states[i].Symbol;
        if (species.Rate is not null || species.IsBoundary || species.IsConstant == true) return;
        if (!_changes.TryGetValue(i, out List<Change>? changes)) _changes[i] = changes = [];
        changes.Add(new Change(r, x, sign));
    }

    /// <summary>A state's rate: its rate rule, else the sum of what reactions do to it. Built when first asked for, since a formula may ask by rateOf.</summary>
    private Expr Rate(int state)
    {
        if (_rates.TryGetValue(state, out Expr known)) return known;
        (FlatSymbol symbol, string name, bool amount) = _states[state];
        if (!_ratesOpen.Add(state)) throw Fault(symbol.At, $"the rate of '{name}' is defined by itself through rateOf; break the circle.");
        Func<int>? draws = _translator.NextDraw;
        _translator.NextDraw = null;
        Expr rate = symbol.Rate is { } rule ? _translator.Translate(rule.Value, rule.Prefix) : _graph.Zero;
        foreach (Change c in _changes.GetValueOrDefault(state) ?? [])
        {
            Expr speed = Value(c.Reaction.Name, c.Reaction.Statement.At);
            Expr change = _graph.Multiply(c.Species.Variable.Length > 0
                ? Value(_flat.Canonical(c.Reaction.Prefix + c.Species.Variable), c.Reaction.Statement.At)
                : _graph.Constant(c.Species.Stoichiometry), speed);
            if (!amount && !symbol.IsSubstanceOnly) change = _graph.Divide(change, CompartmentSize(symbol));
            rate = c.Sign > 0 ? _graph.Add(rate, change) : _graph.Subtract(rate, change);
        }
        _translator.NextDraw = draws;
        _ratesOpen.Remove(state);
        return _rates[state] = rate;
    }

    /// <summary>rateOf(name): the rate of a state, nothing for what stands still, and for a concentration in a compartment that grows the quotient's rate.</summary>
    private Expr RateOf(string prefix, NameFormula of)
    {
        string name = _flat.Canonical(prefix + of.Name);
        if (_stateOf.TryGetValue(name, out int i))
            return _states[i].IsAmount ? RateOfConcentration(i, of) : Rate(i);
        if (_values.TryGetValue(name, out Expr value) && _graph.OperatorOf(value) == Operator.Parameter) return _graph.Zero;
        throw Fault(of.At, $"rateOf({of.Name}) is known only for what a rate rule or a reaction moves and for what stands still.");
    }

    // (a/v)' = (a' − (a/v)·v') / v
    private Expr RateOfConcentration(int i, NameFormula of)
    {
        FlatSymbol species = _states[i].Symbol, compartment = _flat.ByName[species.Compartment!];
        if (compartment.Rule is not null) throw Fault(of.At, $"rateOf({of.Name}) is not supported here: a rule sets the size of '{compartment.Name}'.");
        Expr size = CompartmentSize(species), sizeRate = _stateOf.TryGetValue(compartment.Name, out int c) ? Rate(c) : _graph.Zero;
        return _graph.Divide(_graph.Subtract(Rate(i), _graph.Multiply(Value(species.Name, of.At), sizeRate)), size);
    }
}
