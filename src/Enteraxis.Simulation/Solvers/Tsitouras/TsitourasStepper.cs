using System.Runtime.CompilerServices;

namespace Enteraxis.Simulation.Solvers.Tsitouras;

/// <summary>Tsit5 for systems that are not stiff: six calls of the rates a step, no Jacobian.</summary>
/// <remarks>
/// When not: where the fastest rate constant times the span is in the thousands; stability then holds steps near 3 / rate. That is seen as in DOPRI5: the quotient of the
/// last two rates' difference and that of their arguments, times the step, estimates |hλ|. Hairer, Wanner: Solving Ordinary Differential Equations II, IV.2.
/// </remarks>
public sealed unsafe class TsitourasStepper : Stepper
{
    private const int S = TsitourasTableau.Stages;

    private readonly double* _c;
    // |hλ| at the bound of stability; steps in a row at it, steps off it that clear the suspicion, and steps below which a run is short by either method.
    private const double Bound = 2.7;
    private const int Suspicious = 15, Cleared = 6, Long = 1000;

    private bool _first;
    private double _step, _stretch;
    private int _atBound, _offBound;

    public TsitourasStepper(IOdeSystem system) : base(system, S, S + 1) => _c = Stages + S * Stride;

    public override string Method => "Tsit5";

    /// <summary>True once many steps in a row were held by stability and not by the tolerances.</summary>
    public bool TurnedStiff => _atBound >= Suspicious && Accepted >= Long;

    private protected override bool Prepare()
    {
        if (Accepted == 0) (_atBound, _offBound, _stretch) = (0, 0, 0);
        else if (_stretch > Bound) (_atBound, _offBound) = (_atBound + 1, 0);
        else if (++_offBound >= Cleared) _atBound = 0;
        if (!_first)
        {
            System.Rates(StageTime(Time), Y0, Stages);
            RateCalls++;
            _first = true;
        }
        for (int i = 0; i < System.Size; i++)
            if (!double.IsFinite(Stages[i])) return false;
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private protected override double Try(double h)
    {
        _step = h;
        for (int k = 0; k < S - 1; k++)
        {
            double* argument = k == S - 2 ? Y1 : Work;
            double[] row = TsitourasTableau.A[k];
            for (int j = 0; j <= k; j++) _c[j] = h * row[j];
            VectorLoops.Combine(argument, Y0, Stages, Stride, _c, k + 1);
            System.Rates(StageTime(Time + TsitourasTableau.Nodes[k] * h), argument, Stages + (k + 1) * Stride);
            RateCalls++;
        }
        _stretch = h * Stretch();
        for (int j = 0; j < S; j++) _c[j] = h * TsitourasTableau.Error[j];
        VectorLoops.Sum(Work, Stages, Stride, _c, S);
        return VectorLoops.ErrorNorm(Work, Y0, Y1, System.Size, Stride, Control.RelativeTolerance, Control.AbsoluteTolerance);
    }

    // The last two stages are at one time: their rates differ by what their arguments do, times the Jacobian. The first of the arguments is still in Work.
    private double Stretch()
    {
        double* last = Stages + (S - 1) * Stride, before = last - Stride;
        double rates = 0, arguments = 0;
        for (int i = 0; i < System.Size; i++)
        {
            double r = last[i] - before[i], a = Y1[i] - Work[i];
            rates += r * r;
            arguments += a * a;
        }
        return arguments > 0 ? Math.Sqrt(rates / arguments) : 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private protected override void Dense(double theta, double* state, int* which, int count)
    {
        for (int j = 0; j < S; j++)
        {
            double[] r = TsitourasTableau.Dense[j];
            _c[j] = _step * theta * (r[0] + theta * (r[1] + theta * (r[2] + theta * r[3])));
        }
        for (int e = 0; e < count; e++)
        {
            int i = which == null ? e : which[e];
            double sum = Y0[i];
            double* k = Stages + i;
            for (int j = 0; j < S; j++, k += Stride) sum += _c[j] * *k;
            state[i] = sum;
        }
    }

    private protected override void Changed() => _first = false;

    private protected override void Closed()
    {
        new Span<double>(Stages + (S - 1) * Stride, Stride).CopyTo(new Span<double>(Stages, Stride));
        _first = true;
    }
}
