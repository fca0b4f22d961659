using Enteraxis.Modelling.Antimony;
using Enteraxis.Modelling.Antimony.Flattening;
using Enteraxis.Modelling.Antimony.Syntax;

namespace Enteraxis.Modelling.Units;

/// <summary>Compares the unit of every rule, rate, initial value, event assignment, hazard and rate law with the declared one; each misfit is a warning with both units spelled out.</summary>
internal sealed class UnitChecker
{
    private readonly FlatModel _flat;
    private readonly UnitCatalogue _catalogue;
    private readonly UnitInference _inference;
    private readonly List<string> _warnings = [];

    public UnitChecker(FlatModel flat, Library library)
    {
        _flat = flat;
        _catalogue = new UnitCatalogue(flat);
        _inference = new UnitInference(flat, library, _catalogue, Warn);
    }

    public IReadOnlyList<string> Check()
    {
        Unit time = _catalogue.Time;
        foreach (FlatSymbol s in _flat.Symbols)
        {
            Unit? declared = s.Unit is null ? null : _catalogue.Resolve(s.Unit.Value, s.Unit.Prefix);
            if (s.Unit is not null && declared is null) Warn(s.Unit.At, $"the unit '{s.UnitSpelling}' of '{s.Name}' is not known");
            if (s.Rule is { } rule) Compare(rule, declared, $"the rule of '{s.Name}'");
            if (s.Rate is { } rate) Compare(rate, declared is null ? null : declared / time, $"the rate of '{s.Name}' per unit of time");
            if (s.Initial is { } initial && s.Rule is null) Compare(initial, declared, $"the value of '{s.Name}'");
        }
        foreach (FlatReaction r in _flat.Reactions) RateLaw(r, time);
        foreach (FlatEvent e in _flat.Events)
        {
            if (e.Statement.Trigger is CallFormula { Function: "hazard" } h)
                Compare(new ScopedFormula(h.Arguments[0], e.Prefix, 0, h.At), time.Power(-1), $"the hazard of '{e.Name}'");
            else _inference.Of(e.Statement.Trigger, e.Prefix, null);
            foreach ((string target, Formula value) in e.Statement.Assignments)
                Compare(new ScopedFormula(value, e.Prefix, 0, value.At), _inference.OfSymbol(_flat.Canonical(e.Prefix + target)), $"what '{e.Name}' sets '{target}' to");
        }
        return [.. _warnings.Distinct()];
    }

    private void RateLaw(FlatReaction r, Unit time)
    {
        if (r.Statement.Rate is null) return;
        Unit? found = _inference.Of(r.Statement.Rate, r.Prefix, null);
        if (found is null || ReferenceEquals(found, UnitInference.Any)) return;
        foreach (SpeciesReference x in r.Statement.Left.Concat(r.Statement.Right))
        {
            if (!_flat.ByName.TryGetValue(_flat.Canonical(r.Prefix + x.Name), out FlatSymbol? s) || s.Unit is null) continue;
            Unit? species = _catalogue.Resolve(s.Unit.Value, s.Unit.Prefix);
            Unit? size = s.IsSubstanceOnly || s.Compartment is null ? Unit.Dimensionless : _inference.OfSymbol(s.Compartment);
            if (species is null || size is null) continue;
            Unit expected = species * size / time;
            if (!found.Equals(expected)) Warn(r.Statement.At, $"the rate law of '{r.Name}' has the unit {found}, '{s.Name}' needs {expected}");
            return;
        }
    }

    private void Compare(ScopedFormula formula, Unit? expected, string what)
    {
        Unit? found = _inference.Of(formula.Value, formula.Prefix, null);
        if (found is null || expected is null || ReferenceEquals(found, UnitInference.Any) || ReferenceEquals(expected, UnitInference.Any)) return;
        if (!found.Equals(expected)) Warn(formula.At, $"{what} has the unit {found}, {expected} is expected");
    }

    private void Warn(SourcePosition at, string what) => _warnings.Add($"{at}: {what}.");
}
