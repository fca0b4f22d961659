using Enteraxis.Modelling.Models;
using Enteraxis.Numerics;
using Enteraxis.Numerics.Text;
using Enteraxis.Studies.Experiments;

namespace Enteraxis.Studies.Petab;

/// <summary>One experiment of a problem, driven period by period, with its measurements evaluated on the way.</summary>
internal sealed class ExperimentCourse(ModelSession session, PetabProblem problem, PetabScope scope, IReadOnlyDictionary<string, double> parameters)
{
    private readonly Dictionary<string, double> _own = new(StringComparer.Ordinal);

    internal void Run(PetabExperiment experiment, IReadOnlyList<PetabMeasurement> measurements, Action<PetabMeasurement, PetabPoint> take, CancellationToken cancellation)
    {
        IReadOnlyList<PetabPeriod> periods = experiment.Periods;
        double start = periods[0].Time;
        Begin(double.IsFinite(start) ? start : 0, periods[0]);
        if (!double.IsFinite(start))
        {
            session.Settle(cancellation);
            session.SetTime(periods.Count > 1 ? periods[1].Time : 0);
            if (periods.Count > 1) Apply(periods[1]);
            periods = periods.Count > 1 ? [.. periods.Skip(1)] : [new PetabPeriod(0, [])];
        }
        for (int i = 0; i < periods.Count; i++)
        {
            bool last = i + 1 == periods.Count;
            double end = last ? double.PositiveInfinity : periods[i + 1].Time;
            PetabMeasurement[] within = [.. measurements.Where(m => m.Time < end && m.Time >= session.Time)];
            double stop = last ? within.Select(m => m.Time).Where(double.IsFinite).DefaultIfEmpty(session.Time).Max() : Math.BitDecrement(end);
            Follow(within, stop, take, cancellation);
            if (last) break;
            // The model's own events at that time come after the condition, so the stretch before it ends an instant earlier.
            session.SetTime(end);
            Apply(periods[i + 1]);
        }
        PetabMeasurement[] atRest = [.. measurements.Where(m => double.IsPositiveInfinity(m.Time))];
        if (atRest.Length == 0) return;
        session.Settle(cancellation);
        foreach (PetabMeasurement m in atRest) take(m, Compare(m, name => session.Has(name) ? session.Value(name) : null));
    }

    // Parameters of the table that the model has replace the model's; then the first condition.
    private void Begin(double time, PetabPeriod first)
    {
        Dictionary<string, double> start = new(StringComparer.Ordinal);
        foreach ((string id, double value) in parameters)
            if (session.Model.Find(scope.ModelName(id)) is { Kind: not QuantityKind.Assigned }) start[scope.ModelName(id)] = value;
        session.Start(time, start);
        foreach (PetabChange c in first.Changes.Where(c => session.Has(scope.ModelName(c.Target)) && session.Model.Find(scope.ModelName(c.Target))!.Kind == QuantityKind.Parameter)) _own[c.Target] = session.Value(scope.ModelName(c.Target));
        if (!problem.FirstPeriodIsStart)
        {
            Apply(first);
            return;
        }
        foreach ((string target, double value) in Values(first)) start[target] = value;
        session.Start(time, start);
    }

    private void Apply(PetabPeriod period) => session.Set(Values(period));

    /// <summary>Evaluates all values by the state before any is assigned; those of names that are not the model's are kept for formulas.</summary>
    private Dictionary<string, double> Values(PetabPeriod period)
    {
        Dictionary<string, double> values = new(StringComparer.Ordinal), extras = new(StringComparer.Ordinal);
        foreach (PetabChange c in period.Changes)
        {
            string target = scope.ModelName(c.Target);
            Quantity? quantity = session.Model.Find(target);
            if (c.Value is null)
            {
                if (_own.TryGetValue(c.Target, out double own)) values[target] = own;
                continue;
            }
            double value = Guard(c.Place, () => scope.Evaluate(c.Value, session.Time, Now));
            if (quantity is not null) values[target] = value;
            else if (parameters.ContainsKey(c.Target)) throw new InputException($"{c.Place}: '{Echo.Of(c.Target)}' is in the parameter table and cannot be changed by a condition; use another name.");
            else extras[c.Target] = value;
        }
        foreach ((string name, double value) in extras) scope.Extras[name] = value;
        return values;
    }

    private void Follow(PetabMeasurement[] within, double end, Action<PetabMeasurement, PetabPoint> take, CancellationToken cancellation)
    {
        double[] times = [.. within.Select(m => m.Time).Where(double.IsFinite).Distinct().Order()];
        double[,] table = session.Advance(end, times, cancellation);
        Dictionary<string, int> columns = session.Observables.Select((name, i) => (name, i)).ToDictionary(x => x.name, x => x.i, StringComparer.Ordinal);
        foreach (PetabMeasurement m in within)
        {
            int row = Array.BinarySearch(times, m.Time);
            if (row >= 0) take(m, Compare(m, name => columns.TryGetValue(name, out int c) ? table[row, c] : null));
        }
    }

    private double? Now(string name) => session.Has(name) ? session.Value(name) : null;

    private PetabPoint Compare(PetabMeasurement m, Func<string, double?> model) => Guard(m.Place, () =>
    {
        PetabObservable o = scope.Observable(m.Observable);
        Dictionary<string, double> placeholders = new(StringComparer.Ordinal);
        for (int i = 0; i < o.Placeholders.Count; i++) placeholders[o.Placeholders[i]] = scope.Evaluate(m.ObservableParameters[i], m.Time, model);
        for (int i = 0; i < o.NoisePlaceholders.Count; i++) placeholders[o.NoisePlaceholders[i]] = scope.Evaluate(m.NoiseParameters[i], m.Time, model);
        double simulation = scope.Evaluate(o.Formula, m.Time, model, placeholders), noise = scope.Evaluate(o.Noise, m.Time, model, placeholders);
        return new PetabPoint(m, simulation, noise, o.Model.Residual(m.Value, simulation, noise), o.Model.LogLikelihood(m.Value, simulation, noise));
    });

    private static T Guard<T>(string place, Func<T> evaluate)
    {
        try
        {
            return evaluate();
        }
        catch (InputException e)
        {
            throw new InputException($"{place}: {e.Message}", e);
        }
    }
}
