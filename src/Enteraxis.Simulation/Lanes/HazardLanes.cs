using Enteraxis.Simulation.Jumps;
using Enteraxis.Simulation.Runs;

namespace Enteraxis.Simulation.Lanes;

/// <summary>Samples the hazards over the open steps of all lanes at once, where one person at a time would do it sample by sample.</summary>
/// <remarks>Each lane is sampled as <see cref="JumpFinder"/> asks for its own step; lanes with fewer parts repeat their end, which changes no maximum.</remarks>
internal sealed unsafe class HazardLanes : IDisposable
{
    private readonly LaneStepper _stepper;
    private readonly AlignedMemory _memory;
    private readonly double* _time, _theta, _states, _hazards, _maxima, _scratch;
    private readonly int[] _pieces;

    internal HazardLanes(LaneStepper stepper)
    {
        LaneModel model = stepper.Model;
        int width = stepper.Width, jumps = model.Model.JumpCount;
        _stepper = stepper;
        _memory = new AlignedMemory((long)width * (2 + model.Size + 2 * jumps + model.Hazards.ScratchSize));
        _time = _memory.Take(width);
        _theta = _memory.Take(width);
        _states = _memory.Take((long)width * model.Size);
        _hazards = _memory.Take((long)width * jumps);
        _maxima = _memory.Take((long)width * jumps);
        _scratch = _memory.Take((long)width * model.Hazards.ScratchSize);
        _pieces = new int[width];
    }

    /// <summary>Takes the samples of the lanes whose steps are open.</summary>
    internal void Sample(ReadOnlySpan<LaneWindow> windows, ReadOnlySpan<PersonCourse> courses, ReadOnlySpan<bool> open)
    {
        int most = 0, width = _stepper.Width, values = width * _stepper.Model.Model.JumpCount;
        for (int lane = 0; lane < width; lane++)
        {
            windows[lane].Maxima = null;
            _pieces[lane] = open[lane] && courses[lane].Jumps ? JumpFinder.Pieces(_stepper.Model.Model, windows[lane].StepEnd - windows[lane].Time) : 0;
            most = Math.Max(most, _pieces[lane]);
        }
        if (most == 0) return;
        for (int i = 0; i < values; i++) _maxima[i] = 0;
        for (int sample = 0; sample <= most; sample++)
        {
            for (int lane = 0; lane < width; lane++) Place(lane, sample, windows[lane], courses[lane]);
            _stepper.Interpolate(_theta, _states, _stepper.Model.Model.HazardStates);
            _stepper.Model.Hazards.Evaluate(_time, _states, _stepper.Person, _hazards, _scratch);
            for (int i = 0; i < values; i++) _maxima[i] = Math.Max(_maxima[i], _hazards[i]);
        }
        for (int lane = 0; lane < width; lane++)
            if (_pieces[lane] > 0) windows[lane].Maxima = _maxima + lane;
    }

    public void Dispose() => _memory.Dispose();

    private void Place(int lane, int sample, LaneWindow window, PersonCourse course)
    {
        int pieces = _pieces[lane];
        if (pieces == 0) return;
        double span = window.StepEnd - window.Time, time = sample >= pieces ? window.StepEnd : window.Time + span * sample / pieces;
        _time[lane] = time;
        _theta[lane] = window.Theta(time);
        window.SetRestless(course.Drives, time);
    }
}
