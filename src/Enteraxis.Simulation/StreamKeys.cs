using Enteraxis.Numerics.Random;

namespace Enteraxis.Simulation;

/// <summary>Where each kind of randomness takes its stream, so that no two uses share a number.</summary>
internal static class StreamKeys
{
    internal static KeyedStream Initial(ulong seed, ulong person) => new(seed, person, 0x01_000000);

    internal static KeyedStream Candidates(ulong seed, ulong person, int stream) => new(seed, person, 0x02_000000u | (uint)stream);

    internal static KeyedStream Marks(ulong seed, ulong person, int stream) => new(seed, person, 0x03_000000u | (uint)stream);

    internal static KeyedStream Drive(ulong seed, ulong person, int stream) => new(seed, person, 0x04_000000u | (uint)stream);

    internal static KeyedStream Event(ulong seed, ulong person, int number) => new(seed, person, 0x05_000000u | (uint)number);

    // 0x06 decides who is in the sample of a summary.

    internal static KeyedStream Reaction(ulong seed, ulong person, int stream) => new(seed, person, 0x07_000000u | (uint)stream);

    internal static KeyedStream EventOrder(ulong seed, ulong person) => new(seed, person, 0x08_000000);
}
