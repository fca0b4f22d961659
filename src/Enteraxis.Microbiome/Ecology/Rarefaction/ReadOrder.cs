using Enteraxis.Numerics.Random;

namespace Enteraxis.Microbiome.Ecology.Rarefaction;

/// <summary>The reads of one sample in a random order, of which only the first are drawn: the smaller depth is always a part of the larger.</summary>
/// <remarks>A shuffle that remembers only exchanged places, so that a hundred million reads take no more memory than the draw. A pure function of the stream.</remarks>
internal sealed class ReadOrder
{
    private readonly double[] _end;
    private readonly KeyedStream _stream;
    private readonly Dictionary<long, long> _moved = [];
    private readonly long _reads;
    private long _drawn;

    public ReadOrder(ReadOnlySpan<double> counts, KeyedStream stream)
    {
        _stream = stream;
        _end = new double[counts.Length];
        double sum = 0;
        for (int k = 0; k < counts.Length; k++) _end[k] = sum += counts[k];
        _reads = (long)sum;
    }

    /// <summary>Place, among the counts given, of the next read's feature.</summary>
    public int Next()
    {
        long here = _drawn, there = here + (long)(_stream.Uniform((ulong)here) * (_reads - here));
        _drawn++;
        long own = _moved.Remove(here, out long moved) ? moved : here;
        if (there == here) return PlaceOf(own);
        long read = _moved.GetValueOrDefault(there, there);
        _moved[there] = own;
        return PlaceOf(read);
    }

    private int PlaceOf(long read)
    {
        int at = Array.BinarySearch(_end, read);
        // A read belongs to the first feature whose end lies beyond it.
        return at >= 0 ? at + 1 : ~at;
    }
}
