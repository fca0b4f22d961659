using Enteraxis.Numerics.Lanes;

namespace Enteraxis.Simulation.Solvers;

/// <summary>Chooses one person's step sizes from the errors of the attempts.</summary>
/// <remarks>
/// Proportional–integral: h ← h·0.9·err^(−0.7/5)·previous^(0.4/5) within [0.2, 6]; after a rejection h·0.9·err^(−1/5).
/// Reference: Hairer, Wanner: Solving Ordinary Differential Equations II, IV.2 and IV.8.
/// </remarks>
public sealed unsafe class StepController
{
    private const double Safety = 0.9, Shrink = 0.2, Grow = 6, Alpha = 0.7 / 5, Beta = 0.4 / 5, LeastPreviousLog = -9.210340371976182; // ln 1e-4

    internal const double MostError = 1e10, LeastError = 1e-10;

    private StepControl _control = new(1e-6, 1e-9, double.PositiveInfinity, 1_000_000);
    private double _previousLog, _wanted, _step;
    private int _attempts;
    private bool _open, _rejected, _last;

    /// <summary>The step wanted next, before any limit.</summary>
    public double Natural { get; private set; }
    public int Accepted { get; private set; }
    public int Rejected { get; private set; }

    public void Start(StepControl control)
    {
        _control = control;
        (Accepted, Rejected, _attempts) = (0, 0, 0);
    }

    /// <summary>Forgets the errors so far and goes on with a step.</summary>
    public void Restart(double step) => (_previousLog, Natural, _open) = (0, step, false);

    /// <summary>The step to try next; the last one before the limit ends there exactly.</summary>
    /// <returns>Accepted where there is one to try.</returns>
    public StepOutcome Propose(double time, double limit, out double step)
    {
        if (!_open) (_wanted, _rejected, _open) = (Math.Min(Natural, _control.MaximumStepDays), false, true);
        step = 0;
        if (_attempts++ >= _control.MaximumSteps) return StepOutcome.TooManySteps;
        _last = time + _wanted * 1.000001 >= limit;
        step = _step = _last ? limit - time : _wanted;
        return time + step == time && !_last || !(step > 0) ? StepOutcome.StepTooSmall : StepOutcome.Accepted;
    }

    /// <summary>Takes the attempt's error norm; true where the step is accepted.</summary>
    public bool Judge(double error)
    {
        double bounded = error < MostError ? error : MostError;
        return Judge(bounded, LaneLog.Log(Lane1.All(Math.Max(bounded, LeastError))).Value);
    }

    /// <param name="error">Bounded by <see cref="MostError"/>, which also stands for what is no number.</param>
    /// <param name="log">Natural logarithm of the error, of <see cref="LeastError"/> where it is less.</param>
    internal bool Judge(double error, double log)
    {
        if (error > 1)
        {
            Rejected++;
            _rejected = true;
            // After a rejection the integral part would remember a state of affairs that no longer holds.
            _wanted = _step * Math.Clamp(Safety * Exp(-0.2 * log), Shrink, 0.9);
            return false;
        }
        Accepted++;
        double factor = Safety * Exp(Beta * Math.Max(_previousLog, LeastPreviousLog) - Alpha * log);
        factor = Math.Clamp(factor, Shrink, _rejected ? 1 : Grow);
        Natural = _last ? Math.Max(Math.Min(_wanted, _control.MaximumStepDays), _step * factor) : _step * factor;
        // A step cut short by a limit says little about the next one's error.
        if (!_last || _step > 0.5 * _wanted) _previousLog = log;
        if (_last && _step > 0.5 * _wanted && factor < 1) Natural = _step * factor;
        _open = false;
        return true;
    }

    // The lanes' own functions: step sizes, and with them all later bits, must not follow the machine's mathematical library.
    private static double Exp(double x) => LaneExp.Exp(Lane1.All(x)).Value;

    /// <summary>Where the step just accepted ends.</summary>
    public double EndOf(double time, double limit) => _last ? limit : time + _step;

    /// <summary>A first step from the sizes of state and rates against the tolerances.</summary>
    public static double FirstStep(double* y, double* rates, int count, StepControl control)
    {
        double size = 0, rate = 0;
        for (int i = 0; i < count; i++)
        {
            double weight = control.AbsoluteTolerance + control.RelativeTolerance * Math.Abs(y[i]);
            size += y[i] / weight * (y[i] / weight);
            rate += rates[i] / weight * (rates[i] / weight);
        }
        double h = size < 1e-10 || rate < 1e-10 ? 1e-6 : 0.01 * Math.Sqrt(size / rate);
        return double.IsFinite(h) && h > 0 ? Math.Min(h, control.MaximumStepDays) : 1e-6;
    }
}
