using Enteraxis.Modelling.Antimony.Flattening;
using Enteraxis.Modelling.Antimony.Syntax;
using Enteraxis.Modelling.Expressions;
using Enteraxis.Modelling.Models;

namespace Enteraxis.Modelling.Antimony;

internal sealed partial class ModelBuilder
{
    private readonly HashSet<string> _freezable = new(StringComparer.Ordinal);

    private void AddFreezeSlots()
    {
        foreach (string name in _options.Freezable)
        {
            if (!_assigned.ContainsKey(name)) throw new Numerics.InputException($"'{name}' cannot be frozen: it is no assigned quantity of the model.");
            _freezable.Add(name);
            foreach (string part in new[] { "freeze", "level", "slope", "from" }) GiveParameter($"{part}({name})", null);
        }
    }

    /// <summary>live + freeze·(level + slope·(time − from) − live).</summary>
    private Expr Freeze(string name, Expr live)
    {
        Expr Part(string part) => _values[$"{part}({name})"];
        Expr course = _graph.Add(Part("level"), _graph.Multiply(Part("slope"), _graph.Subtract(_graph.Time, Part("from"))));
        return _graph.Add(live, _graph.Multiply(Part("freeze"), _graph.Subtract(course, live)));
    }

    private StateVariable[] States()
    {
        Expr[] rates = [.. Enumerable.Range(0, _states.Count).Select(Rate)];
        return [.. _states.Select((s, i) => new StateVariable(s.Name, s.IsAmount ? "" : s.Symbol.UnitSpelling, InitialState(s.Symbol, s.IsAmount), rates[i]))];
    }

    private Expr InitialState(FlatSymbol s, bool amount)
    {
        Expr value = Initial(s, s.Name, needed: false);
        return amount ? _graph.Multiply(value, CompartmentSize(s)) : value;
    }

    /// <summary>A value given from outside, else the one in the text, else (where allowed) 0; a parameter needs one of the first two.</summary>
    private Expr Initial(FlatSymbol? s, string name, bool needed)
    {
        if (_options.ParameterValues is { } values && values.TryGetValue(name, out double outside)) return _graph.Constant(outside);
        if (s?.Initial is { } initial)
        {
            int ordinal = 0;
            int origin = StableHash.Of(name);
            _translator.NextDraw = () => (origin + ordinal++) & 0x7FFFFFFF;
            Expr value = _translator.Translate(initial.Value, initial.Prefix);
            _translator.NextDraw = null;
            return value;
        }
        if (s is { IsCompartment: true }) return _graph.One;
        if (!needed || s is null || s.Type == SymbolType.Species) return _graph.Zero;
        // A target of events alone may begin at nothing; any other parameter must be known.
        if (_moved.Contains(name)) return _graph.Zero;
        throw Fault(s.At, $"'{name}' has no value; give it one in the text or in the table of parameters.");
    }

    private ParameterVariable[] Parameters()
    {
        List<ParameterVariable> list = [];
        for (int i = 0; i < _parameters.Count; i++)
        {
            FlatSymbol? s = _parameters[i];
            string name = _parameterNames[i];
            bool drive = s is not null && IsDriveRule(s);
            bool constant = s is not null && !drive && !_moved.Contains(name) && s.IsConstant != false;
            list.Add(new ParameterVariable(name, s?.UnitSpelling ?? "", drive ? _graph.Zero : Initial(s, name, needed: true), constant));
        }
        return [.. list];
    }
}
