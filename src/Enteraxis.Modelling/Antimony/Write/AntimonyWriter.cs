using System.Text;
using Enteraxis.Modelling.Expressions;
using Enteraxis.Modelling.Models;
using Enteraxis.Numerics;

namespace Enteraxis.Modelling.Antimony.Write;

/// <summary>Writes a flat model as Antimony text that reads back with equal meaning: initial values, rates, rules, events, jumps, drives and units.</summary>
/// <remarks>
/// States are written by their rates; reactions and compartments are resolved in a <see cref="Model"/> and do not come back. Formulas keep the order of computing, so that
/// values agree to the last bit. Limits: algebraic states and reactions that fire one by one are refused by name.
/// </remarks>
public static class AntimonyWriter
{
    /// <summary>The text, with \n at line ends.</summary>
    /// <exception cref="InputException">The model holds what Antimony text cannot say.</exception>
    public static string Write(Model model, AntimonyOptions? options = null) => new Sheet(model, options ?? new AntimonyOptions()).Text();

    /// <summary>The names that the quantities take in the text.</summary>
    public static Identifiers NamesOf(Model model, AntimonyOptions? options = null) =>
        options?.PortableNames == true ? new Identifiers(model, ReservedWords.IsReservedElsewhere) : new Identifiers(model, ReservedWords.IsReserved, keepDots: true);

    private sealed class Sheet
    {
        private readonly Model _model;
        private readonly Identifiers _names;
        private readonly NamedNodes _nodes;
        private readonly NamedFormula _formula;
        private readonly DrawOrder _draws;
        private readonly StringBuilder _text = new();

        public Sheet(Model model, AntimonyOptions options)
        {
            if (model.States.FirstOrDefault(s => s.IsAlgebraic) is { } algebraic)
                throw new InputException($"'{algebraic.Name}' of the model '{model.Name}' is found by an algebraic rule, which Antimony text cannot say; write the model as SBML.");
            if (model.Reactions.Count > 0)
                throw new InputException($"The model '{model.Name}' was read for a stochastic run, in which reactions fire one by one; read it for an ordinary run to write it as text.");
            (_model, _names) = (model, NamesOf(model, options));
            _nodes = new NamedNodes(model, _names);
            _formula = new NamedFormula(model.Graph, _nodes);
            _draws = new DrawOrder(model.Graph, _formula);
        }

        public string Text()
        {
            Units();
            Quantities();
            foreach ((string name, Expr value) in _nodes.Parts) Line($"{name} := {_formula.Definition(value)}");
            Rules();
            foreach (ModelDrive d in _model.Drives)
                Line($"{_names[d.Name]} := ornstein_uhlenbeck({_formula.Write(d.TimeConstant)}, {_formula.Write(d.StandardDeviation)}, {FormulaWriter.Number(d.HoldDays)})");
            foreach (StateVariable s in _model.States) Line($"{_names[s.Name]}' = {_formula.Write(s.Rate)}");
            foreach (ModelJump j in _model.Jumps) Jump(j);
            foreach (ModelEvent e in _model.Events) Event(e);
            return string.Concat(_draws.Functions) + $"model *{ModelName()}()\n{_text}end\n";
        }

        private string ModelName()
        {
            string name = new([.. _model.Name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_')]);
            return name.Trim('_').Length == 0 ? "main" : char.IsAsciiDigit(name[0]) ? "_" + name : name;
        }

        private void Line(string text) => _text.Append("  ").Append(text).Append('\n');

        private void Units()
        {
            UnitNames units = new(_model, _names);
            foreach (string definition in units.Definitions) Line(definition);
            foreach ((string name, string unit) in units.OfQuantities) Line($"{name} has {unit}");
        }

        private void Quantities()
        {
            HashSet<int> drives = [.. _model.Drives.Select(d => d.Parameter)];
            for (int i = 0; i < _model.Parameters.Count; i++)
            {
                ParameterVariable p = _model.Parameters[i];
                Line(drives.Contains(i) ? $"var {_names[p.Name]}" : $"{(p.IsConstant ? "const" : "var")} {_names[p.Name]} = {_draws.Write(p.Initial)}");
            }
            foreach (StateVariable s in _model.States) Line($"var {_names[s.Name]} = {_draws.Write(s.Initial)}");
        }

        /// <summary>Of assigned quantities with one expression the first has it, the others its name.</summary>
        private void Rules()
        {
            foreach (AssignedVariable a in _model.Assigned)
                Line($"{_names[a.Name]} := {(_nodes.Of(a.Value) is { } name && name != _names[a.Name] ? name : _formula.Definition(a.Value))}");
        }

        private void Jump(ModelJump j)
        {
            string strip = j.Strip == 1 ? "" : ", " + FormulaWriter.Number(j.Strip);
            Line($"{_names.OfEvent(j.Name)}: at hazard({_formula.Write(j.Hazard)}{strip}): {Assignments(j.Assignments)}");
        }

        private void Event(ModelEvent e)
        {
            string delay = e.Delay.IsNone ? "" : _draws.Write(e.Delay) + " after ";
            string options = (e.Priority.IsNone ? "" : $", priority={_formula.Write(e.Priority)}") + (e.Persistent ? "" : ", persistent=false")
                + (e.InitialTrigger ? "" : ", t0=false") + (e.UseTriggerTimeValues ? "" : ", fromTrigger=false");
            Line($"{_names.OfEvent(e.Name)}: at {delay}({_formula.Write(e.Trigger)}){options}: {Assignments(e.Assignments)}");
        }

        private string Assignments(IReadOnlyList<ModelAssignment> assignments) => string.Join(", ", assignments.Select(a =>
            $"{_names[a.Kind == QuantityKind.State ? _model.States[a.Index].Name : _model.Parameters[a.Index].Name]} = {_draws.Write(a.Value)}"));
    }
}
