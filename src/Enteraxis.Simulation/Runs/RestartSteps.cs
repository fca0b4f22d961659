namespace Enteraxis.Simulation.Runs;

/// <summary>Learns, within one run, how much shorter than before the first step after each kind of discrete change should be.</summary>
/// <remarks>
/// A small change (a new mark) needs no shorter step, a dose into a fast state does. Too long a guess costs rejected attempts, too short a guess extra
/// steps; both are repaired by error control, so the guess moves the cost and not the result's accuracy.
/// </remarks>
internal sealed class RestartSteps(int kinds)
{
    private const double First = 0.2, Least = 1e-3;

    private readonly double[] _ratio = new double[kinds];
    private int _open = -1;
    private double _before;

    internal void Begin()
    {
        Array.Fill(_ratio, First);
        _open = -1;
    }

    /// <summary>The step to try after a change of a kind, given the one that was natural before it.</summary>
    internal double After(int kind, double naturalStep)
    {
        // A second change before the first step was taken keeps the step of the first.
        if (_open < 0) _before = naturalStep;
        double step = naturalStep * (_open < 0 ? _ratio[kind] : 1);
        _open = kind;
        return step;
    }

    /// <summary>The first step after a change was accepted; <paramref name="natural"/> is what the controller wants next.</summary>
    internal void Learn(double natural)
    {
        if (_open < 0) return;
        double wanted = 0.5 * natural / _before;
        _ratio[_open] = Math.Clamp(Math.Sqrt(_ratio[_open] * wanted), Least, 1);
        _open = -1;
    }
}
