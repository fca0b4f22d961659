using Enteraxis.Simulation.Compiled;

namespace Enteraxis.Simulation.Delays;

/// <summary>The days on which constant lags bring a discontinuity back: steps end there.</summary>
/// <remarks>
/// A jump of a state or rate at τ is one at τ + lag of whatever reads the past, one derivative higher each time it is carried on; beyond the order of the method it
/// no longer matters. Bellen, Zennaro: Numerical Methods for Delay Differential Equations (2003), chapter 2.
/// </remarks>
internal sealed class CarriedBreaks
{
    // Derivatives that a method of order 5 sees; and days at once, past which error control finds them as well.
    private const int HighestLevel = 6, MostDays = 1000;

    private readonly SortedList<double, int> _days = [];

    internal void Begin() => _days.Clear();

    internal double Next => _days.Count > 0 ? _days.Keys[0] : double.PositiveInfinity;

    /// <summary>A discontinuity happens now.</summary>
    internal void Happens(double time, int level, ReadOnlySpan<double> lags)
    {
        if (level >= HighestLevel) return;
        foreach (double lag in lags)
        {
            double day = time + lag;
            if (!(day > time + TimeBreaks.Margin(time)) || double.IsInfinity(day) || _days.Count >= MostDays) continue;
            double known = Near(day);
            if (double.IsNaN(known)) _days[day] = level + 1;
            else _days[known] = Math.Min(_days[known], level + 1);
        }
    }

    /// <summary>Takes the days that have come and carries them on; true where there was one.</summary>
    internal bool Pass(double time, ReadOnlySpan<double> lags)
    {
        bool any = false;
        while (_days.Count > 0 && _days.Keys[0] <= time + TimeBreaks.Margin(time))
        {
            (double day, int level) = (_days.Keys[0], _days.Values[0]);
            _days.RemoveAt(0);
            Happens(day, level, lags);
            any = true;
        }
        return any;
    }

    private double Near(double day)
    {
        foreach (double known in _days.Keys)
            if (Math.Abs(known - day) <= 2 * TimeBreaks.Margin(day)) return known;
        return double.NaN;
    }
}
