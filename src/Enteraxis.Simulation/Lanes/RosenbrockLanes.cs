using System.Runtime.CompilerServices;
using Enteraxis.Numerics.LinearAlgebra;
using Enteraxis.Numerics.Lanes;
using Enteraxis.Simulation.Solvers.Rosenbrock;

namespace Enteraxis.Simulation.Lanes;

/// <summary>Rodas5P in every lane: one linearisation and one factorisation an attempt.</summary>
internal sealed unsafe class RosenbrockLanes<T> : LaneStepper where T : unmanaged, ILane<T>
{
    private const int S = RosenbrockTableau.Stages;

    private readonly LaneLu<T> _lu;
    private readonly int[] _timed;
    private readonly double* _stages, _work, _linear, _dense, _scratch, _stageTime;
    private bool _hasDense;

    private RosenbrockLanes(LaneModel model, AlignedMemory memory) : base(model, memory)
    {
        int w = T.Width, n = model.Size;
        _timed = model.Model.TimeDependentRates;
        _stages = memory.Take((long)S * n * w);
        _work = memory.Take((long)n * w);
        _linear = memory.Take((long)model.Model.Linear.Count * w);
        _dense = memory.Take(3L * n * w);
        _stageTime = memory.Take(w);
        _scratch = memory.Take((long)Math.Max(model.Rates.ScratchSize, model.Linear.ScratchSize) * w);
        _lu = new LaneLu<T>(model.Plan, memory.Take((long)LaneLu<T>.Vectors(model.Plan) * w));
    }

    internal static RosenbrockLanes<T> Create(LaneModel model)
    {
        long vectors = 6 + model.PersonCount + (2L + S + 1 + 3) * model.Size + model.Model.Linear.Count + Math.Max(model.Rates.ScratchSize, model.Linear.ScratchSize) + LaneLu<T>.Vectors(model.Plan);
        return new RosenbrockLanes<T>(model, new AlignedMemory(vectors * T.Width));
    }

    internal override string Method => "Rodas5P";
    internal override int RatesPerAttempt => S;
    internal override int JacobiansPerAttempt => 1;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal override void Attempt()
    {
        int n = Model.Size, w = T.Width;
        _hasDense = false;
        Model.Linear.Evaluate(Time, Before, Person, _linear, _scratch);
        Finite();
        T time = T.Load(Time), h = T.Load(Step), inverse = T.All(1) / h;
        _lu.Factor(T.All(1) / (h * T.All(RosenbrockTableau.Gamma)), _linear + (n + _timed.Length) * w);
        double* argument = _work;
        for (int k = 0; k < S; k++)
        {
            double* u = _stages + k * n * w;
            if (k > 0)
            {
                if (k < 6)
                {
                    fixed (double* a = RosenbrockTableau.A[k]) LaneVectors.Combine(_work, Before, T.All(1), _stages, n, a, k);
                }
                else
                {
                    argument = k == 6 ? _work : After;
                    LaneVectors.Add<T>(argument, _work, _stages + (k - 1) * n * w, n);
                }
                T.Store(T.Fma(T.All(RosenbrockTableau.Nodes[k]), h, time), _stageTime);
                Model.Rates.Evaluate(_stageTime, argument, Person, u, _scratch);
                fixed (double* c = RosenbrockTableau.C[k]) LaneVectors.Combine(u, u, inverse, _stages, n, c, k);
            }
            else
            {
                for (int i = 0; i < n * w; i += w) T.Store(T.Load(_linear + i), u + i);
            }
            if (RosenbrockTableau.D[k] != 0)
            {
                T d = T.All(RosenbrockTableau.D[k]) * h;
                for (int j = 0; j < _timed.Length; j++)
                {
                    double* to = u + _timed[j] * w;
                    T.Store(T.Fma(d, T.Load(_linear + (n + j) * w), T.Load(to)), to);
                }
            }
            _lu.Solve(u);
        }
        double* error = _stages + (S - 1) * n * w;
        LaneVectors.Add<T>(After, After, error, n);
        T.Store(LaneVectors.ErrorNorm(error, Before, After, n, T.Load(Relative), T.Load(Absolute)), Error);
    }

    internal override void Interpolate(int lane, double theta, double* state, ReadOnlySpan<int> which)
    {
        Dense();
        foreach (int i in which) state[i] = At(lane, theta, i);
    }

    internal override void Interpolate(int lane, double theta, double* state)
    {
        Dense();
        for (int i = 0; i < Model.Size; i++) state[i] = At(lane, theta, i);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal override void Interpolate(double* theta, double* states, ReadOnlySpan<int> which)
    {
        Dense();
        int n = Model.Size * T.Width;
        T t = T.Load(theta), rest = T.All(1) - t;
        foreach (int i in which)
        {
            int at = i * T.Width;
            T inner = T.Fma(t, T.Fma(t, T.Load(_dense + 2 * n + at), T.Load(_dense + n + at)), T.Load(_dense + at));
            T.Store(T.Fma(rest, T.Load(Before + at), t * T.Fma(rest, inner, T.Load(After + at))), states + at);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private double At(int lane, double theta, int i)
    {
        int at = i * T.Width + lane, n = Model.Size * T.Width;
        double rest = 1 - theta;
        return rest * Before[at] + theta * (After[at] + rest * (_dense[at] + theta * (_dense[n + at] + theta * _dense[2 * n + at])));
    }

    private void Dense()
    {
        if (_hasDense) return;
        for (int m = 0; m < 3; m++)
            fixed (double* row = RosenbrockTableau.H[m]) LaneVectors.Combine<T>(_dense + m * Model.Size * T.Width, _stages, Model.Size, row, S);
        _hasDense = true;
    }

    // ∂f/∂t may be infinite at an isolated instant (a root of time); the method keeps order 1 without it there.
    private void Finite()
    {
        T zero = T.All(0);
        for (int j = 0; j < _timed.Length; j++)
        {
            double* at = _linear + (Model.Size + j) * T.Width;
            T value = T.Load(at);
            T.Store(T.Select(T.Equal(value - value, zero), value, zero), at);
        }
    }
}
