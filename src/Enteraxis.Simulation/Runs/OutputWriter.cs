using Enteraxis.Simulation.Delays;
using Enteraxis.Simulation.Solvers;

namespace Enteraxis.Simulation.Runs;

/// <summary>Fills the table of observables: by dense output within steps, by the state itself at their ends.</summary>
internal sealed unsafe class OutputWriter
{
    private readonly CompiledModel _model;
    private readonly DriveSet _drives;
    private readonly double[] _yMemory, _rowMemory;
    private readonly double* _y, _row;
    private double[] _times = [];
    private int _next;

    internal OutputWriter(CompiledModel model, DriveSet drives)
    {
        (_model, _drives) = (model, drives);
        _yMemory = GC.AllocateArray<double>(Stepper.Padded(model.StateCount), pinned: true);
        _rowMemory = GC.AllocateArray<double>(Math.Max(1, model.Observables.Count), pinned: true);
        fixed (double* y = _yMemory, row = _rowMemory)
        {
            _y = y;
            _row = row;
        }
    }

    internal double[,] Values { get; private set; } = new double[0, 0];

    /// <summary>Fills the slots of delayed values; null where the model has none.</summary>
    internal DelayedValues? Delays { get; set; }

    /// <summary>The next day that is asked for; infinite after the last.</summary>
    internal double NextTime { get; private set; } = double.PositiveInfinity;

    internal void Begin(PersonRun run)
    {
        double last = run.Start;
        foreach (double t in run.OutputTimes)
        {
            if (!(t >= last && t <= run.End))
                throw new Numerics.InputException(FormattableString.Invariant(
                    $"The output day {t} is out of order or outside the run from day {run.Start} to day {run.End}; give ascending days within it."));
            last = t;
        }
        (_times, _next) = (run.OutputTimes as double[] ?? [.. run.OutputTimes], 0);
        NextTime = _times.Length > 0 ? _times[0] : double.PositiveInfinity;
        Values = new double[_times.Length, _model.Observables.Count];
        Values.AsSpan().Fill(double.NaN);
    }

    /// <summary>Rows before a time, within the open step.</summary>
    internal void WriteBefore(double time, StepWindow step, double* parameters)
    {
        while (NextTime < time)
        {
            double t = NextTime;
            step.Interpolate(t, _y, _model.ObservableStates);
            Write(t, _y, parameters);
        }
    }

    /// <summary>Rows at a time, after all that happens then.</summary>
    internal void WriteAt(double time, double* y, double* parameters)
    {
        while (NextTime <= time) Write(NextTime, y, parameters);
    }

    /// <summary>The row of <see cref="NextTime"/>, for whoever computes it; it counts as written.</summary>
    internal Span<double> Take()
    {
        Span<double> row = Values.AsSpan().Slice(_next * _model.Observables.Count, _model.Observables.Count);
        _next++;
        NextTime = _next < _times.Length ? _times[_next] : double.PositiveInfinity;
        return row;
    }

    private void Write(double time, double* y, double* parameters)
    {
        _drives.SetFree(time);
        if (_model.ObservableSlots.Length > 0) Delays!.Set(_model.ObservableSlots, time, y, parameters);
        _model.ObservableFunction(time, y, parameters, _row);
        new Span<double>(_row, _model.Observables.Count).CopyTo(Take());
    }
}
