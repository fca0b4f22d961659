using Enteraxis.Modelling.Antimony.Syntax;
using Enteraxis.Numerics;

namespace Enteraxis.Modelling.Antimony.Flattening;

/// <summary>Lays every submodel out under its instance name and joins synonyms.</summary>
internal sealed class Flattener(Library library)
{
    private const int DeepestInstances = 50, MostStatements = 2_000_000;

    private readonly Synonyms _synonyms = new();
    private readonly List<(Statement Statement, string Prefix, int Depth)> _laid = [];
    private readonly HashSet<string> _deleted = new(StringComparer.Ordinal);

    public FlatModel Flatten(ModelDefinition main)
    {
        LayOut(main, "", 0);
        FlatModel flat = new() { Canonical = _synonyms.Canonical };
        foreach ((Statement statement, string prefix, int depth) in _laid)
            Place(flat, statement, prefix, depth);
        return flat;
    }

    private void LayOut(ModelDefinition model, string prefix, int depth)
    {
        if (depth > DeepestInstances) throw Fault(model.At, $"submodels are nested deeper than {DeepestInstances} levels; does '{model.Name}' hold itself?");
        foreach (Statement s in model.Body)
        {
            if (_laid.Count > MostStatements) throw Fault(s.At, "the model has more than two million statements.");
            switch (s)
            {
                case SubmodelStatement sub: Submodel(sub, prefix, depth); break;
                case SynonymStatement same: _synonyms.Join(prefix + same.Inner, prefix + same.Outer); break;
                case DeleteStatement gone: _deleted.Add(prefix + gone.Name); break;
                default: _laid.Add((s, prefix, depth)); break;
            }
        }
    }

    private void Submodel(SubmodelStatement sub, string prefix, int depth)
    {
        if (!library.Models.TryGetValue(sub.Model, out ModelDefinition? inner))
            throw Fault(sub.At, $"there is no model '{sub.Model}'; define or import it before '{sub.Name}'.");
        if (sub.Arguments.Count > inner.Arguments.Count)
            throw Fault(sub.At, $"'{sub.Model}' takes {inner.Arguments.Count} arguments, not {sub.Arguments.Count}.");
        if (inner.Arguments.FirstOrDefault(FormulaTranslator.IsReserved) is { } reserved) throw Reserved(inner.At, reserved);
        string instance = prefix + sub.Name + ".";
        for (int i = 0; i < sub.Arguments.Count; i++)
        {
            string formal = instance + inner.Arguments[i];
            if (sub.Arguments[i] is NameFormula actual) _synonyms.Join(formal, prefix + actual.Name);
            else _laid.Add((new AssignmentStatement(sub.Name + "." + inner.Arguments[i], AssignmentKind.Initial, sub.Arguments[i], sub.At), prefix, depth));
        }
        LayOut(inner, instance, depth + 1);
    }

    private void Place(FlatModel flat, Statement statement, string prefix, int depth)
    {
        switch (statement)
        {
            case DeclarationStatement d:
                FlatSymbol s = Symbol(flat, prefix + d.Name, d.At);
                if (d.Type is SymbolType.Species or SymbolType.Compartment) s.Type = d.Type;
                s.IsCompartment |= d.Type == SymbolType.Compartment;
                s.IsConstant ??= d.IsConstant;
                s.IsSubstanceOnly |= d.IsSubstanceOnly;
                s.IsBoundary |= d.IsBoundary;
                break;
            case InCompartmentStatement c:
                Symbol(flat, prefix + c.Name, c.At).Compartment = _synonyms.Canonical(prefix + c.Compartment);
                Symbol(flat, prefix + c.Compartment, c.At).IsCompartment = true;
                break;
            case AssignmentStatement a: Assign(Symbol(flat, prefix + a.Name, a.At), a, prefix, depth); break;
            case HasUnitStatement u:
                FlatSymbol named = Symbol(flat, prefix + u.Name, u.At);
                if (named.Unit is null || depth <= named.Unit.Depth)
                {
                    named.Unit = new ScopedFormula(u.Unit, prefix, depth, u.At);
                    named.UnitSpelling = u.Spelling;
                }
                break;
            case UnitDefinitionStatement d: flat.Units[(prefix, d.Name)] = d.Value; break;
            case ReactionStatement r: React(flat, r, prefix, depth); break;
            case EventStatement e:
                if (!_deleted.Contains(prefix + e.Name)) flat.Events.Add(new FlatEvent(prefix + e.Name, e, prefix));
                foreach ((string target, _) in e.Assignments) Symbol(flat, prefix + target, e.At);
                break;
        }
    }

    private void Assign(FlatSymbol s, AssignmentStatement a, string prefix, int depth)
    {
        if (_deleted.Contains(prefix + a.Name)) return;
        ScopedFormula value = new(a.Value, prefix, depth, a.At);
        bool Outer(ScopedFormula? old) => old is null || depth <= old.Depth;
        switch (a.Kind)
        {
            case AssignmentKind.Initial when Outer(s.Initial): s.Initial = value; break;
            case AssignmentKind.Rule when Outer(s.Rule): s.Rule = value; break;
            case AssignmentKind.Rate when Outer(s.Rate): s.Rate = value; break;
        }
    }

    private void React(FlatModel flat, ReactionStatement r, string prefix, int depth)
    {
        string name = _synonyms.Canonical(prefix + r.Name);
        if (_deleted.Contains(prefix + r.Name)) return;
        FlatReaction reaction = new(name, r, prefix, depth);
        Symbol(flat, prefix + r.Name, r.At).Reaction = reaction;
        flat.Reactions.Add(reaction);
        foreach (SpeciesReference x in r.Left.Concat(r.Right))
        {
            FlatSymbol s = Symbol(flat, prefix + x.Name, r.At);
            s.Type = SymbolType.Species;
            s.IsBoundary |= x.IsBoundary;
        }
    }

    private FlatSymbol Symbol(FlatModel flat, string name, SourcePosition at)
    {
        string canonical = _synonyms.Canonical(name), own = name[(name.LastIndexOf('.') + 1)..];
        if (FormulaTranslator.IsReserved(own)) throw Reserved(at, own);
        if (!flat.ByName.TryGetValue(canonical, out FlatSymbol? s))
        {
            flat.ByName[canonical] = s = new FlatSymbol(canonical, at);
            flat.Symbols.Add(s);
        }
        return s;
    }

    private static InputException Reserved(SourcePosition at, string name) => Fault(at, $"'{name}' has a meaning of its own in formulas and cannot be given another; choose another name.");

    private static InputException Fault(SourcePosition at, string what) => InputException.At(at.File, at.Line, at.Column, what);
}
