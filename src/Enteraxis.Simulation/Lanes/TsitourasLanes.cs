using System.Runtime.CompilerServices;
using Enteraxis.Numerics.Lanes;
using Enteraxis.Simulation.Solvers.Tsitouras;

namespace Enteraxis.Simulation.Lanes;

/// <summary>Tsit5 in every lane: six calls of the rates an attempt, and one more where a lane begins anew.</summary>
internal sealed unsafe class TsitourasLanes<T> : LaneStepper where T : unmanaged, ILane<T>
{
    private const int S = TsitourasTableau.Stages;

    private readonly StageSums[] _sums;
    private readonly double* _stages, _work, _scratch, _stageTime, _anew;
    private bool _anyAnew = true;

    private TsitourasLanes(LaneModel model, AlignedMemory memory) : base(model, memory)
    {
        int w = T.Width, n = model.Size;
        _stages = memory.Take((long)S * n * w);
        _work = memory.Take((long)n * w);
        _stageTime = memory.Take(w);
        _anew = memory.Take(w);
        _scratch = memory.Take((long)model.Rates.ScratchSize * w);
        _sums = model.Sums(Method, () =>
        [
            .. Enumerable.Range(0, S - 1).Select(k => StageSums.Compile<T>(n, new StageSum(SumStart.FromWithStep, TsitourasTableau.A[k]))),
            StageSums.Compile<T>(n, new StageSum(SumStart.NothingWithStep, TsitourasTableau.Error)),
        ]);
        for (int lane = 0; lane < w; lane++) Changed(lane);
    }

    internal static TsitourasLanes<T> Create(LaneModel model) =>
        new(model, new AlignedMemory((BaseVectors(model) + 2 + (S + 1L) * model.Size + model.Rates.ScratchSize) * T.Width));

    internal override string Method => "Tsit5";
    internal override int RatesPerAttempt => S - 1;
    internal override int JacobiansPerAttempt => 0;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal override void Attempt()
    {
        int n = Model.Size, w = T.Width;
        T time = T.Load(Time), h = T.Load(Step), earliest = T.Load(Earliest), latest = T.Load(Latest);
        if (_anyAnew) FirstStage();
        for (int k = 0; k < S - 1; k++)
        {
            double* argument = k == S - 2 ? After : _work;
            _sums[k].Run(Before, _stages, Step, argument);
            T.Store(T.Min(T.Max(T.Fma(T.All(TsitourasTableau.Nodes[k]), h, time), earliest), latest), _stageTime);
            Model.Rates.Evaluate(_stageTime, argument, Person, _stages + (k + 1) * n * w, _scratch);
        }
        _sums[S - 1].Run(Before, _stages, Step, _work);
        LaneVectors.StoreError(LaneVectors.ErrorNorm(_work, Before, After, n, T.Load(Relative), T.Load(Absolute)), Error, ErrorLog);
    }

    internal override void TakeClosed()
    {
        if (!AnyClosing) return;
        T mask = T.Load(Closing);
        LaneVectors.Copy(mask, After, Before, Model.Size);
        // The last stage of a step is the first of the next.
        LaneVectors.Copy(mask, _stages + (S - 1) * Model.Size * T.Width, _stages, Model.Size);
        T.Store(T.All(0), Closing);
        AnyClosing = false;
    }

    internal override void Changed(int lane)
    {
        _anew[lane] = BitConverter.Int64BitsToDouble(-1);
        _anyAnew = true;
    }

    internal override void Interpolate(int lane, double theta, double* state, ReadOnlySpan<int> which)
    {
        double* weights = stackalloc double[S];
        Weights(Step[lane], theta, weights);
        foreach (int i in which) state[i] = At(lane, weights, i);
    }

    internal override void Interpolate(int lane, double theta, double* state)
    {
        double* weights = stackalloc double[S];
        Weights(Step[lane], theta, weights);
        for (int i = 0; i < Model.Size; i++) state[i] = At(lane, weights, i);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal override void Interpolate(double* theta, double* states, ReadOnlySpan<int> which)
    {
        int w = T.Width, stride = Model.Size * w;
        T* weights = stackalloc T[S];
        T t = T.Load(theta), h = T.Load(Step);
        for (int j = 0; j < S; j++)
        {
            double[] r = TsitourasTableau.Dense[j];
            weights[j] = h * t * T.Fma(t, T.Fma(t, T.Fma(t, T.All(r[3]), T.All(r[2])), T.All(r[1])), T.All(r[0]));
        }
        foreach (int i in which)
        {
            T sum = T.Load(Before + i * w);
            for (int j = 0; j < S; j++) sum = T.Fma(weights[j], T.Load(_stages + j * stride + i * w), sum);
            T.Store(sum, states + i * w);
        }
    }

    // The rates of all lanes are computed, but only those that begin anew take theirs: a neighbour's beginning changes no bit of a lane that goes on.
    private void FirstStage()
    {
        int n = Model.Size, w = T.Width;
        T anew = T.Load(_anew);
        T.Store(T.Min(T.Max(T.Load(Time), T.Load(Earliest)), T.Load(Latest)), _stageTime);
        Model.Rates.Evaluate(_stageTime, Before, Person, _work, _scratch);
        for (int i = 0; i < n * w; i += w) T.Store(T.Select(anew, T.Load(_work + i), T.Load(_stages + i)), _stages + i);
        T.Store(T.All(0), _anew);
        _anyAnew = false;
    }

    private static void Weights(double h, double theta, double* weights)
    {
        for (int j = 0; j < S; j++)
        {
            double[] r = TsitourasTableau.Dense[j];
            weights[j] = h * theta * (r[0] + theta * (r[1] + theta * (r[2] + theta * r[3])));
        }
    }

    private double At(int lane, double* weights, int i)
    {
        int stride = Model.Size * T.Width;
        double* stage = _stages + i * T.Width + lane;
        double sum = Before[i * T.Width + lane];
        for (int j = 0; j < S; j++, stage += stride) sum += weights[j] * *stage;
        return sum;
    }
}
