using Enteraxis.Modelling.Antimony.Flattening;
using Enteraxis.Modelling.Antimony.Syntax;
using Enteraxis.Modelling.Expressions;
using Enteraxis.Modelling.Models;
using Enteraxis.Modelling.Units;
using Enteraxis.Numerics;

namespace Enteraxis.Modelling.Antimony;

/// <summary>From laid-out symbols to a <see cref="Model"/>. This part: what each symbol is, and its slot; the others build rates, events and drives.</summary>
internal sealed partial class ModelBuilder
{
    private const string DefaultCompartment = "default_compartment";

    private readonly FlatModel _flat;
    private readonly Library _library;
    private readonly ReadOptions _options;
    private readonly ExpressionGraph _graph = new();
    private readonly FormulaTranslator _translator;
    private readonly Dictionary<string, Expr> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Expr> _concentrationOfAmount = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FlatSymbol> _assigned = new(StringComparer.Ordinal);
    private readonly HashSet<string> _resolving = new(StringComparer.Ordinal);
    private readonly List<(FlatSymbol Symbol, string Name, bool IsAmount)> _states = [];
    private readonly List<FlatSymbol?> _parameters = [];
    private readonly List<string> _parameterNames = [];
    private readonly HashSet<string> _moved = new(StringComparer.Ordinal);
    private readonly HashSet<string> _reacting = new(StringComparer.Ordinal);

    public ModelBuilder(FlatModel flat, Library library, ReadOptions options)
    {
        (_flat, _library, _options) = (flat, library, options);
        _translator = new FormulaTranslator(_graph, library, Lookup, RateOf);
    }

    public Model Build(string name)
    {
        DropOverriddenRules();
        FindMovers();
        GiveSlots();
        List<ModelDrive> drives = Drives();
        AddFreezeSlots();
        IndexReactions();
        AssignedVariable[] assigned = Assigned();
        StateVariable[] states = States();
        (List<ModelEvent> events, List<ModelJump> jumps) = Events();
        ParameterVariable[] parameters = Parameters();
        return new Model
        {
            Name = name, Graph = _graph, States = states, Parameters = parameters, Assigned = assigned, Events = events, Jumps = jumps, Drives = drives,
            Units = Units(), Warnings = [.. new UnitChecker(_flat, _library).Check()],
        };
    }

    /// <summary>An outer "=" replaces an inner ":=": the outermost definition wins.</summary>
    private void DropOverriddenRules()
    {
        foreach (FlatSymbol s in _flat.Symbols)
        {
            if (s.Rule is not null && s.Initial is not null && s.Initial.Depth < s.Rule.Depth) s.Rule = null;
            if (s.Rule is not null && s.Rate is not null) throw Fault(s.At, $"'{s.Name}' has an assignment rule and a rate rule; keep one.");
        }
    }

    private void FindMovers()
    {
        foreach (FlatSymbol s in _flat.Symbols)
            if (s.IsConstant == true && (s.Rate ?? (IsDriveRule(s) ? s.Rule : null)) is { } rule) throw Fault(rule.At, $"'{s.Name}' is declared const and cannot have a rule; declare it var.");
        foreach (FlatEvent e in _flat.Events)
            foreach ((string target, _) in e.Statement.Assignments)
            {
                string name = _flat.Canonical(e.Prefix + target);
                if (_flat.ByName[name].IsConstant == true) throw Fault(e.Statement.At, $"the event '{e.Name}' cannot set '{name}', which is declared const; declare it var.");
                _moved.Add(name);
            }
        foreach (FlatReaction r in _flat.Reactions)
            if (r.Statement.Rate is not null)
                foreach (SpeciesReference x in r.Statement.Left.Concat(r.Statement.Right)) _reacting.Add(_flat.Canonical(r.Prefix + x.Name));
    }

    private static bool IsDriveRule(FlatSymbol s) => s.Rule?.Value is CallFormula { Function: "ornstein_uhlenbeck" };

    private bool IsState(FlatSymbol s) =>
        s.Rate is not null || s.Type == SymbolType.Species && s.Rule is null && (!s.IsBoundary && s.IsConstant != true && _reacting.Contains(s.Name) || !s.IsSubstanceOnly && CompartmentVaries(s));

    private void GiveSlots()
    {
        foreach (FlatSymbol s in _flat.Symbols.ToArray())
        {
            if (s.Reaction is not null) { _assigned[s.Name] = s; continue; }
            if (IsState(s)) { GiveState(s); continue; }
            if (s.Rule is not null && !IsDriveRule(s)) { _assigned[s.Name] = s; continue; }
            GiveParameter(s.Name, s);
        }
    }

    /// <summary>
    /// A species in a compartment of constant size is followed as a concentration. Where the size changes its amount is followed, and the name means amount by size.
    /// </summary>
    private void GiveState(FlatSymbol s)
    {
        bool amount = IsAmount(s);
        string name = amount ? $"amount({s.Name})" : s.Name;
        Expr slot = _graph.State(_states.Count);
        _states.Add((s, name, amount));
        if (amount) { _concentrationOfAmount[s.Name] = slot; _assigned[s.Name] = s; }
        else _values[s.Name] = slot;
    }

    private bool IsAmount(FlatSymbol s) => s.Type == SymbolType.Species && s.Rate is null && !s.IsSubstanceOnly && CompartmentVaries(s);

    /// <summary>True where the amount stays as it is while the size of its compartment changes.</summary>
    private bool CompartmentVaries(FlatSymbol species) =>
        species.Compartment is { } c && _flat.ByName.TryGetValue(c, out FlatSymbol? compartment) && (compartment.Rate is not null || compartment.Rule is not null || _moved.Contains(c));

    private Expr GiveParameter(string name, FlatSymbol? symbol)
    {
        Expr slot = _graph.Parameter(_parameterNames.Count);
        _parameterNames.Add(name);
        _parameters.Add(symbol);
        _values[name] = slot;
        return slot;
    }

    private Expr CompartmentSize(FlatSymbol species) =>
        species.Compartment is { } c && c != DefaultCompartment ? Value(c, species.At) : _graph.One;

    private Expr Lookup(string prefix, NameFormula n)
    {
        string name = _flat.Canonical(prefix + n.Name);
        return Value(name, n.At);
    }

    /// <summary>The expression behind a flat name; assigned ones are built when first asked for, which orders them and finds cycles.</summary>
    private Expr Value(string name, SourcePosition at)
    {
        if (_values.TryGetValue(name, out Expr known)) return known;
        if (!_assigned.TryGetValue(name, out FlatSymbol? s))
            throw Fault(at, $"'{name}' is used but never defined; give it a value or a rule.");
        if (!_resolving.Add(name)) throw Fault(at, $"'{name}' is defined by itself ({string.Join(" → ", _resolving)}); break the circle.");
        Func<int>? draws = _translator.NextDraw;
        _translator.NextDraw = null;
        Expr value = _concentrationOfAmount.TryGetValue(name, out Expr amount) ? _graph.Divide(amount, CompartmentSize(s))
            : s.Reaction is { } r ? r.Statement.Rate is { } rate ? _translator.Translate(rate, r.Prefix) : _graph.Zero
            : _translator.Translate(s.Rule!.Value, s.Rule.Prefix);
        _translator.NextDraw = draws;
        _resolving.Remove(name);
        if (_freezable.Contains(name)) value = Freeze(name, value);
        _values[name] = value;
        _order.Add(s);
        return value;
    }

    private readonly List<FlatSymbol> _order = [];

    private AssignedVariable[] Assigned()
    {
        foreach (FlatSymbol s in _assigned.Values) Value(s.Name, s.At);
        return [.. _order.Select(s => new AssignedVariable(s.Name, s.UnitSpelling, _values[s.Name]))];
    }

    private ModelUnits Units()
    {
        UnitCatalogue catalogue = new(_flat);
        Dictionary<string, Unit> known = new(StringComparer.Ordinal);
        foreach (FlatSymbol s in _flat.Symbols)
            if (s.Unit is { } spelled && catalogue.Resolve(spelled.Value, spelled.Prefix) is { } unit) known[s.Name] = unit;
        return new ModelUnits(catalogue.DeclaredTime, known);
    }

    private static InputException Fault(SourcePosition at, string what) => InputException.At(at.File, at.Line, at.Column, what);
}
