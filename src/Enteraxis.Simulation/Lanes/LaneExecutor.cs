using Enteraxis.Simulation.Runs;
using Enteraxis.Simulation.Solvers;

namespace Enteraxis.Simulation.Lanes;

/// <summary>Runs people through a model several at once: a lane whose person is done takes the next one.</summary>
/// <remarks>One per thread. What a lane computes depends on its person alone, so courses do not depend on who runs beside whom.</remarks>
internal sealed unsafe class LaneExecutor : IDisposable
{
    private readonly LaneStepper _stepper;
    private readonly Slot[] _slots;
    private readonly LaneWindow[] _windows;
    private readonly PersonCourse[] _courses;
    private readonly bool[] _open;
    private readonly double[] _ends;
    private readonly HazardLanes _hazards;
    private readonly OutputLanes _outputs;

    internal LaneExecutor(LaneStepper stepper, SimulationOptions options)
    {
        _stepper = stepper;
        _slots = [.. Enumerable.Range(0, stepper.Width).Select(lane => new Slot(stepper, lane, options))];
        (_windows, _courses) = ([.. _slots.Select(s => s.Window)], [.. _slots.Select(s => s.Course)]);
        _open = new bool[stepper.Width];
        _ends = new double[stepper.Width];
        _hazards = new HazardLanes(stepper);
        _outputs = new OutputLanes(stepper);
    }

    /// <summary>Attempts so far, and lanes that held a person in them: their ratio to the width is the occupancy.</summary>
    internal long Attempts { get; private set; }
    internal long LanesUsed { get; private set; }

    /// <param name="take">The next person, or null where there is none now; may wait only where its argument says so (no lane is busy).</param>
    /// <param name="finish">Takes a finished course.</param>
    internal void Run(Func<bool, LanePerson?> take, Action<int, PersonRun, Course> finish, CancellationToken cancellation)
    {
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            int busy = 0;
            foreach (Slot slot in _slots) busy += slot.Ready(take, finish, mayWait: false) ? 1 : 0;
            if (busy == 0 && !_slots[0].Ready(take, finish, mayWait: true)) return;
            Attempts++;
            LanesUsed += Math.Max(1, busy);
            _stepper.Attempt();
            for (int lane = 0; lane < _slots.Length; lane++) _open[lane] = _slots[lane].Judge();
            _hazards.Sample(_windows, _courses, _open);
            for (int lane = 0; lane < _slots.Length; lane++) _open[lane] = _open[lane] && _slots[lane].Cut(out _ends[lane], finish);
            _outputs.Write(_windows, _courses, _open);
            for (int lane = 0; lane < _slots.Length; lane++)
                if (_open[lane]) _slots[lane].Close(_ends[lane], finish);
            _stepper.TakeClosed();
        }
    }

    public void Dispose()
    {
        _hazards.Dispose();
        _outputs.Dispose();
        _stepper.Dispose();
    }

    private sealed class Slot
    {
        private LanePerson? _person;
        private bool _again;
        private double _limit;

        internal PersonCourse Course { get; }
        internal LaneWindow Window { get; }

        internal Slot(LaneStepper stepper, int lane, SimulationOptions options)
        {
            Course = new PersonCourse(stepper.Model.Model, options);
            Window = new LaneWindow(stepper, lane, Course.System);
            // A lane without a person is computed like the others; it must not be slow.
            stepper.Step[lane] = 1e-3;
            stepper.Relative[lane] = stepper.Absolute[lane] = 1;
        }

        /// <summary>Brings the lane to its next attempt, over the ends of people; false where no person is left for it.</summary>
        internal bool Ready(Func<bool, LanePerson?> take, Action<int, PersonRun, Course> finish, bool mayWait)
        {
            while (true)
            {
                if (_person is null && !Fill(take, finish, mayWait)) return false;
                if (_person is null) continue;
                try
                {
                    if (_again || Course.BeforeStep(out _limit))
                    {
                        StepOutcome outcome = Window.Propose(_limit);
                        if (outcome == StepOutcome.Accepted) return true;
                        throw Course.Failed(outcome);
                    }
                    End(null, finish);
                }
                catch (RunFailure e)
                {
                    End(e, finish);
                }
            }
        }

        /// <summary>True where the attempt's step is accepted and open.</summary>
        internal bool Judge()
        {
            if (_person is null) return false;
            _again = !Window.Judge(_limit);
            return !_again;
        }

        /// <summary>Where the open step ends; false where that brought the course to its end.</summary>
        internal bool Cut(out double end, Action<int, PersonRun, Course> finish)
        {
            end = 0;
            try
            {
                end = Course.Cut();
                return true;
            }
            catch (RunFailure e)
            {
                End(e, finish);
                return false;
            }
        }

        internal void Close(double end, Action<int, PersonRun, Course> finish)
        {
            try
            {
                Course.Close(end);
            }
            catch (RunFailure e)
            {
                End(e, finish);
            }
        }

        private bool Fill(Func<bool, LanePerson?> take, Action<int, PersonRun, Course> finish, bool mayWait)
        {
            if (take(mayWait) is not LanePerson person) return false;
            (_person, _again) = (person, false);
            try
            {
                Course.Begin(person.Run);
                Window.Start(person.Run.Start, Course.Start, Course.Control());
                Course.Enter(Window);
            }
            catch (RunFailure e)
            {
                End(e, finish);
            }
            return true;
        }

        private void End(RunFailure? failure, Action<int, PersonRun, Course> finish)
        {
            LanePerson person = _person!;
            (_person, _again) = (null, false);
            finish(person.Index, person.Run, Course.Finish(failure, Window.Method, person.Why));
        }
    }
}
