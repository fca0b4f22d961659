namespace Enteraxis.Simulation.Reactions;

/// <summary>The next firing of every reaction, the earliest on top: a binary heap in which each reaction knows its place. Ties go to the lower number.</summary>
public sealed class FiringQueue
{
    private readonly double[] _times;
    private readonly int[] _heap, _place;

    public FiringQueue(int reactions)
    {
        _times = new double[reactions];
        (_heap, _place) = ([.. Enumerable.Range(0, reactions)], [.. Enumerable.Range(0, reactions)]);
        Array.Fill(_times, double.PositiveInfinity);
    }

    public int First => _heap[0];

    public double FirstTime => _times[_heap[0]];

    public double this[int reaction]
    {
        get => _times[reaction];
        set
        {
            double before = _times[reaction];
            _times[reaction] = value;
            if (value < before) Rise(_place[reaction]);
            else Sink(_place[reaction]);
        }
    }

    private void Rise(int at)
    {
        int reaction = _heap[at];
        while (at > 0 && Before(reaction, _heap[(at - 1) / 2]))
        {
            Put(at, _heap[(at - 1) / 2]);
            at = (at - 1) / 2;
        }
        Put(at, reaction);
    }

    private void Sink(int at)
    {
        int reaction = _heap[at];
        while (true)
        {
            int below = 2 * at + 1;
            if (below >= _heap.Length) break;
            if (below + 1 < _heap.Length && Before(_heap[below + 1], _heap[below])) below++;
            if (!Before(_heap[below], reaction)) break;
            Put(at, _heap[below]);
            at = below;
        }
        Put(at, reaction);
    }

    private void Put(int at, int reaction) => (_heap[at], _place[reaction]) = (reaction, at);

    private bool Before(int a, int b) => _times[a] < _times[b] || _times[a] == _times[b] && a < b;
}
