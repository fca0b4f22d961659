using System.Runtime.CompilerServices;
using Enteraxis.Simulation.Compiled;
using Enteraxis.Simulation.Delays;
using Enteraxis.Simulation.Runs;
using Enteraxis.Simulation.Solvers;

namespace Enteraxis.Simulation.Jumps;

/// <summary>Finds the first accepted candidate within an open step.</summary>
/// <remarks>
/// Each hazard is sampled over the step (its ends, its middle, and at least once in every hold of a drive that hazards read) and bounded by 1.5 times
/// the largest sample. Only candidates below the bound are evaluated, in time order, all hazards together; if one of them turns out above its bound, the
/// bound is raised and the search begins again. What a candidate decides is exact; a peak narrower than the samples and without a candidate below the bound
/// in it could be missed, which error control of the states makes unlikely.
/// </remarks>
internal sealed unsafe class JumpFinder
{
    private const double Margin = 1.5;

    /// <summary>Holds of a drive that one step may span: each is sampled.</summary>
    internal const int MostPieces = 256;

    private readonly CompiledModel _model;
    private readonly DriveSet _drives;
    private readonly double[] _bounds, _yMemory, _hMemory;
    private readonly double* _y, _h;
    private readonly PoissonField[] _fields;
    private readonly List<Candidate> _candidates = [];
    private readonly List<int> _owner = [];
    private readonly int[] _order = new int[4096];

    internal JumpFinder(CompiledModel model, DriveSet drives)
    {
        (_model, _drives) = (model, drives);
        _fields = new PoissonField[model.JumpCount];
        _bounds = new double[model.JumpCount];
        _yMemory = GC.AllocateArray<double>(Stepper.Padded(model.StateCount), pinned: true);
        _hMemory = GC.AllocateArray<double>(Math.Max(1, model.JumpCount), pinned: true);
        fixed (double* y = _yMemory, h = _hMemory)
        {
            _y = y;
            _h = h;
        }
    }

    /// <summary>Fills the slots of delayed values; null where the model has none.</summary>
    internal DelayedValues? Delays { get; set; }

    /// <summary>Candidates whose hazard was evaluated.</summary>
    internal int Evaluated { get; private set; }

    internal void Begin(PersonRun run)
    {
        Evaluated = 0;
        for (int j = 0; j < _fields.Length; j++)
            _fields[j] = new(StreamKeys.Candidates(run.Seed, run.Person, _model.Jumps[j].Stream), _model.Jumps[j].Strip);
    }

    /// <summary>True where a jump happens within (step.Time, step.StepEnd].</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal bool First(StepWindow step, double* parameters, out int jump, out Candidate accepted)
    {
        Bound(step, parameters);
        for (int attempt = 0; attempt < 200; attempt++)
        {
            Collect(step.Time, step.StepEnd);
            bool raised = false;
            for (int i = 0; i < _candidates.Count && !raised; i++)
            {
                Candidate c = _candidates[_order[i]];
                int owner = _owner[_order[i]];
                Evaluate(step, parameters, c.Time);
                Evaluated++;
                for (int j = 0; j < _bounds.Length; j++)
                {
                    if (_h[j] <= _bounds[j]) continue;
                    _bounds[j] = Margin * _h[j];
                    raised = true;
                }
                if (!raised && c.Level < _h[owner])
                {
                    (jump, accepted) = (owner, c);
                    return true;
                }
            }
            if (!raised)
            {
                (jump, accepted) = (-1, default);
                return false;
            }
        }
        throw RunFailure.At(step.Time, FailureCause.Hazard, "the hazards rise without bound within one step");
    }

    private void Bound(StepWindow step, double* parameters)
    {
        if (step.HazardMaxima(_bounds))
        {
            for (int j = 0; j < _bounds.Length; j++) _bounds[j] *= Margin;
            return;
        }
        double span = step.StepEnd - step.Time;
        int pieces = Pieces(_model, span);
        Array.Clear(_bounds);
        for (int i = 0; i <= pieces; i++)
        {
            Evaluate(step, parameters, i == pieces ? step.StepEnd : step.Time + span * i / pieces);
            for (int j = 0; j < _bounds.Length; j++) _bounds[j] = Math.Max(_bounds[j], Margin * _h[j]);
        }
    }

    /// <summary>Parts of a step whose ends are sampled.</summary>
    internal static int Pieces(CompiledModel model, double span) => Math.Clamp((int)Math.Ceiling(span / model.ShortestHazardHoldDays), 2, MostPieces + 1);

    private void Evaluate(StepWindow step, double* parameters, double time)
    {
        step.Interpolate(time, _y, _model.HazardStates);
        _drives.SetFree(time);
        if (_model.HazardSlots.Length > 0) Delays!.Set(_model.HazardSlots, time, _y, parameters);
        _model.HazardFunction(time, _y, parameters, _h);
        for (int j = 0; j < _bounds.Length; j++)
        {
            if (double.IsNaN(_h[j])) throw RunFailure.At(time, FailureCause.Hazard, $"the hazard of '{_model.Jumps[j].Name}' is not a number");
            if (_h[j] > PoissonField.MaximumStrips * _model.Jumps[j].Strip)
                throw RunFailure.At(time, FailureCause.Hazard, $"the hazard of '{_model.Jumps[j].Name}' is more than a million times its strip; give the jump a higher strip");
        }
    }

    private void Collect(double from, double to)
    {
        _candidates.Clear();
        _owner.Clear();
        for (int j = 0; j < _fields.Length; j++)
        {
            _fields[j].Enumerate(from, to, _bounds[j], _candidates);
            while (_owner.Count < _candidates.Count) _owner.Add(j);
        }
        if (_candidates.Count > _order.Length)
            throw RunFailure.At(from, FailureCause.Hazard, "one step holds more than 4,096 candidates of jumps; the hazards are too high for jumps");
        // Insertion sort: few, and stable, so that ties go to the jump declared first.
        for (int i = 0; i < _candidates.Count; i++)
        {
            int k = i;
            for (; k > 0 && _candidates[_order[k - 1]].Time > _candidates[i].Time; k--) _order[k] = _order[k - 1];
            _order[k] = i;
        }
    }
}
