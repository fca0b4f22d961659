using Enteraxis.Numerics;

namespace Enteraxis.Simulation.Events;

/// <summary>What events remember at the end of a run beside states and parameters: a run that goes on from there needs it.</summary>
/// <param name="Truth">What each trigger was.</param>
/// <param name="Fired">How often each event has drawn its values: the index of its next draw.</param>
/// <param name="Pending">Triggered and not yet executed (the end of an enhancement, say).</param>
public sealed record EventMemory(IReadOnlyList<bool> Truth, IReadOnlyList<long> Fired, IReadOnlyList<PendingEvent> Pending)
{
    /// <summary>As plain numbers, for a file: the count of events, truths, counts, then each pending event with its values.</summary>
    public double[] ToNumbers() =>
    [
        Truth.Count, .. Truth.Select(t => t ? 1.0 : 0), .. Fired.Select(f => (double)f), Pending.Count,
        .. Pending.SelectMany(p => (double[])[p.Event, p.Time, p.Order, p.Values?.Length ?? -1, .. p.Values ?? []]),
    ];

    /// <exception cref="InputException">Numbers that <see cref="ToNumbers"/> did not write.</exception>
    public static EventMemory OfNumbers(ReadOnlySpan<double> numbers)
    {
        int at = 0;
        int events = Count(numbers, ref at);
        bool[] truth = [.. Take(numbers, ref at, events).Select(t => t != 0)];
        long[] fired = [.. Take(numbers, ref at, events).Select(f => (long)f)];
        PendingEvent[] pending = new PendingEvent[Count(numbers, ref at)];
        for (int i = 0; i < pending.Length; i++)
        {
            double[] head = Take(numbers, ref at, 4);
            pending[i] = new PendingEvent((int)head[0], head[1], head[3] < 0 ? null : Take(numbers, ref at, (int)head[3]), (long)head[2]);
        }
        return at == numbers.Length ? new EventMemory(truth, fired, pending) : throw Damaged();
    }

    private static int Count(ReadOnlySpan<double> numbers, ref int at) => Take(numbers, ref at, 1)[0] is >= 0 and <= 1e6 and var n ? (int)n : throw Damaged();

    private static double[] Take(ReadOnlySpan<double> numbers, ref int at, int count)
    {
        if (count < 0 || at + count > numbers.Length) throw Damaged();
        at += count;
        return numbers.Slice(at - count, count).ToArray();
    }

    private static InputException Damaged() => new("What events remembered cannot be read; start the study anew.");
}
