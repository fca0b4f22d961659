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
    private readonly StageSums[] _sums;
    private readonly int[] _timed;
    private readonly double* _stages, _work, _rates, _linear, _dense, _scratch, _stageTime, _inverse, _shift, _startTime;

    // The attempt whose dense output of a state stands in memory.
    private readonly long[] _denseOf;
    private long _attempt;

    private RosenbrockLanes(LaneModel model, AlignedMemory memory) : base(model, memory)
    {
        int w = T.Width, n = model.Size;
        _timed = model.Model.TimeDependentRates;
        _denseOf = new long[n];
        _stages = memory.Take((long)S * n * w);
        _work = memory.Take((long)n * w);
        _rates = memory.Take((long)n * w);
        _linear = memory.Take((long)model.Model.Linear.Count * w);
        _dense = memory.Take(3L * n * w);
        _stageTime = memory.Take(w);
        _inverse = memory.Take(w);
        _shift = memory.Take(w);
        _startTime = memory.Take(w);
        _scratch = memory.Take((long)Math.Max(model.Rates.ScratchSize, model.Linear.ScratchSize) * w);
        // The last two arguments add one stage to the argument before.
        _sums = model.Sums(Method, () => [.. Enumerable.Range(1, S - 1).Select(k => StageSums.Compile<T>(n,
            new StageSum(SumStart.From, k < S - 2 ? RosenbrockTableau.A[k] : [.. new double[k - 1], 1]), new StageSum(SumStart.Nothing, RosenbrockTableau.C[k])))]);
        _lu = new LaneLu<T>(model.Plan, model.Lu, memory.Take((long)LaneLu<T>.Vectors(model.Plan) * w));
    }

    internal static RosenbrockLanes<T> Create(LaneModel model)
    {
        long vectors = BaseVectors(model) + 4 + (S + 2L + 3) * model.Size + model.Model.Linear.Count + Math.Max(model.Rates.ScratchSize, model.Linear.ScratchSize) + LaneLu<T>.Vectors(model.Plan);
        return new RosenbrockLanes<T>(model, new AlignedMemory(vectors * T.Width));
    }

    internal override string Method => "Rodas5P";
    internal override int RatesPerAttempt => S;
    internal override int JacobiansPerAttempt => 1;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal override void Attempt()
    {
        int n = Model.Size, w = T.Width;
        _attempt++;
        T time = T.Load(Time), h = T.Load(Step), earliest = T.Load(Earliest), latest = T.Load(Latest);
        T.Store(T.Min(T.Max(time, earliest), latest), _startTime);
        Model.Linear.Evaluate(_startTime, Before, Person, _linear, _scratch);
        // ∂f/∂t may be infinite at an isolated instant (a root of time), a derivative at an isolated state (a root of nothing): the method keeps order 1 without it.
        LaneVectors.MakeFinite<T>(_linear + n * w, Model.Model.Linear.Count - n);
        T.Store(T.All(1) / h, _inverse);
        T.Store(T.All(1) / (h * T.All(RosenbrockTableau.Gamma)), _shift);
        _lu.Factor(_shift, _linear + (n + _timed.Length) * w);
        double* argument = _work;
        for (int k = 0; k < S; k++)
        {
            // u takes Σ c·u of the stages before, then the stage itself: it solves (I/hγ − J) u = f + Σ c·u / h.
            double* u = _stages + k * n * w, rates = k == 0 ? _linear : _rates;
            if (k == 0)
            {
                new Span<double>(u, n * w).Clear();
            }
            else
            {
                if (k == S - 1) argument = After;
                _sums[k - 1].Run(k < S - 2 ? Before : _work, _stages, null, argument, u);
                T.Store(T.Min(T.Max(T.Fma(T.All(RosenbrockTableau.Nodes[k]), h, time), earliest), latest), _stageTime);
                Model.Rates.Evaluate(_stageTime, argument, Person, rates, _scratch);
            }
            if (RosenbrockTableau.D[k] != 0)
            {
                T d = T.All(RosenbrockTableau.D[k]) * h;
                for (int j = 0; j < _timed.Length; j++)
                {
                    double* to = rates + _timed[j] * w;
                    T.Store(T.Fma(d, T.Load(_linear + (n + j) * w), T.Load(to)), to);
                }
            }
            _lu.Solve(rates, _inverse, u);
        }
        double* error = _stages + (S - 1) * n * w;
        LaneVectors.StoreError(LaneVectors.AddError(error, Before, After, n, T.Load(Relative), T.Load(Absolute)), Error, ErrorLog);
    }

    internal override void TakeClosed()
    {
        if (!AnyClosing) return;
        T mask = T.Load(Closing);
        LaneVectors.Copy(mask, After, Before, Model.Size);
        T.Store(T.All(0), Closing);
        AnyClosing = false;
    }

    internal override void Interpolate(int lane, double theta, double* state, ReadOnlySpan<int> which)
    {
        foreach (int i in which)
        {
            Dense(i);
            state[i] = At(lane, theta, i);
        }
    }

    internal override void Interpolate(int lane, double theta, double* state)
    {
        for (int i = 0; i < Model.Size; i++)
        {
            Dense(i);
            state[i] = At(lane, theta, i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal override void Interpolate(double* theta, double* states, ReadOnlySpan<int> which)
    {
        T t = T.Load(theta), rest = T.All(1) - t;
        foreach (int i in which)
        {
            Dense(i);
            int at = i * T.Width;
            double* d = _dense + 3 * at;
            T inner = T.Fma(t, T.Fma(t, T.Load(d + 2 * T.Width), T.Load(d + T.Width)), T.Load(d));
            T.Store(T.Fma(rest, T.Load(Before + at), t * T.Fma(rest, inner, T.Load(After + at))), states + at);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private double At(int lane, double theta, int i)
    {
        int at = i * T.Width + lane;
        double* d = _dense + 3 * i * T.Width + lane;
        double rest = 1 - theta;
        return rest * Before[at] + theta * (After[at] + rest * (d[0] + theta * (d[T.Width] + theta * d[2 * T.Width])));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Dense(int state)
    {
        if (_denseOf[state] != _attempt) MakeDense(state);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void MakeDense(int state)
    {
        for (int m = 0; m < 3; m++)
            fixed (double* row = RosenbrockTableau.H[m])
                T.Store(LaneVectors.Sum<T>(_stages + state * T.Width, Model.Size * T.Width, row, S), _dense + (3 * state + m) * T.Width);
        _denseOf[state] = _attempt;
    }
}
