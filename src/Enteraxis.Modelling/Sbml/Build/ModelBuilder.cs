using System.Xml.Linq;
using Enteraxis.Modelling.Expressions;
using Enteraxis.Modelling.Models;
using Enteraxis.Modelling.Sbml.Documents;
using Enteraxis.Modelling.Sbml.MathMl;

namespace Enteraxis.Modelling.Sbml.Build;

/// <summary>From a flat document to a <see cref="Model"/>. This part: what determines each symbol, its slot, and the expression behind a name.</summary>
/// <remarks>
/// A species in a compartment of constant size is followed as what its identifier means (a concentration, or an amount where the document says so).
/// Where the size may change its amount is followed as <c>amount(S)</c> and the identifier means amount by size. Reactions are quantities: their rates.
/// </remarks>
internal sealed partial class ModelBuilder
{
    private readonly FlatDocument _document;
    private readonly SbmlReadOptions _options;
    private readonly FaultList _faults;
    private readonly SymbolTable _symbols;
    private readonly ExpressionGraph _graph = new();
    private readonly MathScope _scope;
    private readonly MathTranslator _math;
    private readonly Unknowns _unknowns;
    private readonly AlgebraicMatching _algebraic;
    private readonly List<Symbol> _states = [], _parameters = [];
    private readonly Dictionary<Symbol, Expr> _values = [];
    private readonly List<Symbol> _resolving = [];
    private readonly List<string> _warnings = [];

    public ModelBuilder(FlatDocument document, SbmlReadOptions options, FaultList faults)
    {
        (_document, _options, _faults) = (document, options, faults);
        _symbols = new SymbolTable(document, faults);
        Dictionary<string, FunctionDefinition> functions = new(StringComparer.Ordinal);
        foreach (FunctionDefinition f in document.Functions)
            if (!functions.TryAdd(f.Id, f)) faults.Try(() => throw f.Source.Fault($"the function definition '{f.Id}' is given twice; rename one."));
        _scope = new MathScope(functions, (name, at) => Value(_symbols.Get(name, at), at), RateOf);
        _math = new MathTranslator(_graph, _scope);
        _unknowns = new Unknowns(_graph);
        _algebraic = new AlgebraicMatching(document, _symbols, faults);
    }

    public Model Build()
    {
        foreach (Symbol s in _symbols.All) s.Role = RoleOf(s);
        _faults.Try(PrepareFastReactions);
        foreach (Symbol s in _symbols.All) _faults.Try(() => GiveSlot(s));
        _faults.EndIfAny();
        AssignedVariable[] assigned = Assigned();
        StateVariable[] states = States();
        ModelEvent[] events = Events();
        ParameterVariable[] parameters = Parameters();
        _faults.EndIfAny();
        return WithUnknownsSolved(new Model
        {
            Name = _document.Name, Graph = _graph, States = states, Parameters = parameters, Assigned = assigned, Events = events, Jumps = [], Drives = [], Reactions = Firings(),
            Warnings = [.. _document.Warnings, .. _warnings],
        });
    }

    private Role RoleOf(Symbol s) =>
        s.Kind == SymbolKind.Reaction || s.Source is SpeciesUse { Formula: not null } || s.Rule is { Kind: RuleKind.Assignment } ? Role.Assigned
        : s.Rule is { Kind: RuleKind.Rate } || s.IsReacting ? Role.State
        : _algebraic.Rules.ContainsKey(s) ? Role.Algebraic
        : Role.Parameter;

    private void GiveSlot(Symbol s)
    {
        if (s.Source is Species species && s.Role is Role.State or Role.Parameter) s.HoldsAmount = HoldsAmount(s, (Species)s.Source);
        switch (s.Role)
        {
            case Role.State:
                s.Slot = _graph.State(_states.Count);
                _states.Add(s);
                break;
            case Role.Parameter:
                s.Slot = _graph.Parameter(_parameters.Count);
                _parameters.Add(s);
                break;
            case Role.Algebraic:
                s.Slot = _unknowns.Add(s.Id);
                break;
        }
    }

    /// <summary>The expression behind a symbol; assigned ones are built when first asked for, which finds circles.</summary>
    private Expr Value(Symbol s, XElement at)
    {
        if (_values.TryGetValue(s, out Expr known)) return known;
        if (_resolving.Contains(s))
            throw at.Fault($"'{s.Id}' is defined by itself ({string.Join(" → ", _resolving.SkipWhile(r => r != s).Append(s).Select(r => r.Id))}); break the circle.");
        _resolving.Add(s);
        Func<int>? draws = _scope.NextDraw;
        _scope.NextDraw = null;
        try
        {
            return _values[s] = Made(s);
        }
        finally
        {
            _scope.NextDraw = draws;
            _resolving.RemoveAt(_resolving.Count - 1);
        }
    }

    private Expr Made(Symbol s) =>
        s.Source is Species species && s.HoldsAmount ? _graph.Divide(Whole(s), SizeOf(species))
        : s.Source is Species && s.Role == Role.State ? Whole(s)
        : s.Role != Role.Assigned ? s.Slot
        : s.Source is Reaction r ? RateOfReaction(r)
        : s.Source is SpeciesUse { Formula: { } stoichiometry } ? _math.Translate(stoichiometry)
        : _math.Translate(s.Rule!.Formula);

    private Expr Value(string id, XElement at) => Value(_symbols.Get(id, at), at);

    private Expr RateOfReaction(Reaction r)
    {
        if (r.Law is null) return _graph.Constant(double.NaN);
        Dictionary<string, Expr> local = new(StringComparer.Ordinal);
        foreach (Parameter p in r.LocalParameters) local[p.Id] = _graph.Constant(p.Value ?? double.NaN);
        return _math.Translate(r.Law, local);
    }

    private AssignedVariable[] Assigned()
    {
        List<AssignedVariable> list = [];
        foreach (Symbol s in _symbols.All)
        {
            Expr value = Expr.None;
            _faults.Try(() => value = Value(s, s.Element));
            if (value.IsNone) continue;
            if (NameOfSlot(s) != s.Id || value != s.Slot) list.Add(new AssignedVariable(s.Id, UnitOf(s), value));
            if (s.Source is Species species && _options.AmountsAndConcentrations) list.AddRange(AmountAndConcentration(s, species));
        }
        return [.. list];
    }

    private string NameOfSlot(Symbol s) => s.Slot.IsNone ? "" : s.HoldsAmount ? $"amount({s.Id})" : s.Role == Role.State && s.Source is Species && IsFast(s) ? $"slow({s.Id})" : s.Id;

    private static string UnitOf(Symbol s) => s.Element.Text("units") ?? s.Element.Text("substanceUnits") ?? "";
}
