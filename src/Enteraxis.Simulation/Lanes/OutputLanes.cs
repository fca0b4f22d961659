using Enteraxis.Simulation.Runs;

namespace Enteraxis.Simulation.Lanes;

/// <summary>Writes the rows of observables within the open steps of all lanes, one row of each lane at a time.</summary>
/// <remarks>Lanes without a further row repeat some time of theirs; nothing of it is kept.</remarks>
internal sealed unsafe class OutputLanes : IDisposable
{
    private readonly LaneStepper _stepper;
    private readonly AlignedMemory _memory;
    private readonly double* _time, _theta, _states, _values, _scratch;
    private readonly int[] _read;

    internal OutputLanes(LaneStepper stepper)
    {
        LaneModel model = stepper.Model;
        int width = stepper.Width, columns = model.Model.Observables.Count;
        _stepper = stepper;
        _read = model.Model.ObservableStates;
        _memory = new AlignedMemory((long)width * (2 + model.Size + columns + model.Observables.ScratchSize));
        _time = _memory.Take(width);
        _theta = _memory.Take(width);
        _states = _memory.Take((long)width * model.Size);
        _values = _memory.Take((long)width * columns);
        _scratch = _memory.Take((long)width * model.Observables.ScratchSize);
    }

    /// <summary>Writes all rows that lie within the lanes' steps.</summary>
    internal void Write(ReadOnlySpan<LaneWindow> windows, ReadOnlySpan<PersonCourse> courses, ReadOnlySpan<bool> open)
    {
        while (Place(windows, courses, open))
        {
            _stepper.Interpolate(_theta, _states, _read);
            _stepper.Model.Observables.Evaluate(_time, _states, _stepper.Person, _values, _scratch);
            for (int lane = 0; lane < windows.Length; lane++)
                if (open[lane] && courses[lane].Outputs.NextTime < courses[lane].RowsBefore) Copy(lane, courses[lane].Outputs.Take());
        }
    }

    public void Dispose() => _memory.Dispose();

    private bool Place(ReadOnlySpan<LaneWindow> windows, ReadOnlySpan<PersonCourse> courses, ReadOnlySpan<bool> open)
    {
        bool any = false;
        for (int lane = 0; lane < windows.Length; lane++)
        {
            if (!open[lane] || courses[lane].Outputs.NextTime is var time && !(time < courses[lane].RowsBefore)) continue;
            any = true;
            _time[lane] = time;
            _theta[lane] = windows[lane].Theta(time);
            windows[lane].SetRestless(courses[lane].Drives, time);
        }
        return any;
    }

    private void Copy(int lane, Span<double> row)
    {
        double* from = _values + lane;
        for (int j = 0; j < row.Length; j++) row[j] = from[j * _stepper.Width];
    }
}
