using System.Runtime.CompilerServices;
using Enteraxis.Modelling.Expressions;
using Enteraxis.Numerics.Lanes;

namespace Enteraxis.Modelling.Compilation.Lanes;

/// <summary>Evaluates a list of expressions for several people at once. Immutable; safe to call from many threads, each with its own memory.</summary>
public sealed unsafe class LaneFunction
{
    private readonly Task<LanePart>[] _made;
    private LanePart[]? _parts;

    private LaneFunction(Task<LanePart>[] parts, int width, int scratch, int largest) => (_made, Width, ScratchSize, LargestIlBytes) = (parts, width, scratch, largest);

    public int Width { get; }

    /// <summary>Vectors of scratch that a call needs.</summary>
    public int ScratchSize { get; }

    /// <summary>Size of the largest emitted method, in bytes of IL.</summary>
    public int LargestIlBytes { get; }

    /// <param name="person">Takes up what the expressions read that depends on parameters alone.</param>
    /// <param name="name">What profilers show.</param>
    public static LaneFunction Compile<T>(ExpressionGraph graph, PersonValues person, IReadOnlyList<Expr> outputs, string name = "lanes") where T : unmanaged, ILane<T>
    {
        LanePlan plan = LanePlan.For(graph, person, outputs);
        LaneEmitter emitter = new(graph, person, plan, name, T.Width, LaneOperators.Batch<T>);
        return new LaneFunction(emitter.Emit(), T.Width, plan.ScratchSize, emitter.LargestIlBytes);
    }

    /// <summary>Value i of a lane stands at i·<see cref="Width"/> + lane, in memory aligned to 64 bytes.</summary>
    /// <param name="time">One vector: days.</param>
    /// <param name="person">The values of <see cref="PersonValues"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Evaluate(double* time, double* states, double* person, double* outputs, double* scratch)
    {
        foreach (LanePart part in _parts ??= Made())
        {
            if (part.Code is { } code) code(time, states, person, outputs, scratch);
            else part.Batch!(scratch + part.First * Width, part.Count);
        }
    }

    // Two threads may both come here first; what they write is the same.
    private LanePart[] Made() => [.. _made.Select(p => p.GetAwaiter().GetResult())];
}
