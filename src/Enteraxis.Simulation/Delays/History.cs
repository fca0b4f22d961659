using Enteraxis.Simulation.Solvers;

namespace Enteraxis.Simulation.Delays;

/// <summary>What some states were since the start, as the dense output of every step, as far back as anyone may look.</summary>
/// <remarks>
/// The dense output of both methods is of degree 4, so that five values a step say it all. A step that was cut keeps its whole polynomial and ends where it was cut.
/// At an instant of change the value after it is given.
/// </remarks>
internal sealed unsafe class History(int[] states, int size)
{
    internal const int Nodes = 5;

    private readonly List<Piece> _pieces = [];
    private readonly double[] _buffer = GC.AllocateArray<double>(Stepper.Padded(size), pinned: true);
    private int _first;

    /// <summary>Nothing is known from here on.</summary>
    internal double End { get; private set; }

    internal void Begin(double start)
    {
        _pieces.Clear();
        (_first, End) = (0, start);
    }

    /// <summary>Takes an open step up to an instant within it.</summary>
    internal void Add(StepWindow step, double end, double[] parameters)
    {
        Piece piece = Sample(step, end, parameters);
        // A step that was cut at its start says nothing.
        if (piece.Length <= 0) return;
        _pieces.Add(piece);
        End = end;
    }

    /// <summary>An open step as a polynomial.</summary>
    internal Piece Sample(StepWindow step, double end, double[] parameters)
    {
        double start = step.Time, length = step.StepEnd - start;
        double[] values = new double[Nodes * states.Length];
        fixed (double* y = _buffer)
            for (int n = 0; n < Nodes; n++)
            {
                step.Interpolate(n == Nodes - 1 ? step.StepEnd : start + length * n / (Nodes - 1), y, states);
                for (int i = 0; i < states.Length; i++) values[n * states.Length + i] = y[states[i]];
            }
        return new Piece(start, length, end, values, parameters);
    }

    /// <summary>Drops what lies wholly before a time.</summary>
    internal void Forget(double before)
    {
        while (_first < _pieces.Count - 1 && _pieces[_first].End < before) _first++;
        if (_first < 256 || 2 * _first < _pieces.Count) return;
        _pieces.RemoveRange(0, _first);
        _first = 0;
    }

    /// <summary>The last piece that begins at or before a time; null where there is none.</summary>
    internal Piece? At(double time)
    {
        int low = _first, high = _pieces.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_pieces[middle].Start <= time) low = middle + 1;
            else high = middle;
        }
        return low > _first ? _pieces[low - 1] : null;
    }

    /// <summary>Writes the states at a time by a piece, each at its own place.</summary>
    internal void Read(Piece piece, double time, double* y)
    {
        double x = (Nodes - 1) * (time - piece.Start) / piece.Length;
        double* weight = stackalloc double[Nodes];
        for (int n = 0; n < Nodes; n++)
        {
            weight[n] = 1;
            for (int m = 0; m < Nodes; m++)
                if (m != n) weight[n] *= (x - m) / (n - m);
        }
        for (int i = 0; i < states.Length; i++)
        {
            double sum = 0;
            for (int n = 0; n < Nodes; n++) sum += weight[n] * piece.Values[n * states.Length + i];
            y[states[i]] = sum;
        }
    }

    /// <param name="Length">Of the whole step; the piece holds up to <paramref name="End"/>.</param>
    /// <param name="Values">By node, then state.</param>
    /// <param name="Parameters">As they were during the step; pinned.</param>
    internal sealed record Piece(double Start, double Length, double End, double[] Values, double[] Parameters);
}
