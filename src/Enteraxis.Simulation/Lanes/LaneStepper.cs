using Enteraxis.Numerics.Lanes;

namespace Enteraxis.Simulation.Lanes;

/// <summary>Tries one step in every lane at once; each lane has its own time, step, state and error. Holds all its memory; one per thread.</summary>
/// <remarks>Value i of a lane stands at i·Width + lane. Nothing in a lane depends on what the others hold.</remarks>
internal abstract unsafe class LaneStepper(LaneModel model, AlignedMemory memory) : IDisposable
{
    // Kept alive as long as the pointers into it.
    private readonly AlignedMemory _memory = memory;

    internal LaneModel Model { get; } = model;
    internal int Width { get; } = model.Width;
    internal abstract string Method { get; }

    /// <summary>Evaluations of the rates in one attempt.</summary>
    internal abstract int RatesPerAttempt { get; }
    internal abstract int JacobiansPerAttempt { get; }

    internal double* Time { get; } = memory.Take(model.Width);
    internal double* Step { get; } = memory.Take(model.Width);

    /// <summary>Error norm of the attempt, and its logarithm as <see cref="Solvers.StepController"/> takes it.</summary>
    internal double* Error { get; } = memory.Take(model.Width);
    internal double* ErrorLog { get; } = memory.Take(model.Width);

    /// <summary>Mask of the lanes to be moved to the ends of their steps.</summary>
    private protected double* Closing { get; } = memory.Take(model.Width);
    private protected bool AnyClosing { get; set; }

    /// <summary>Tolerances of each lane's person.</summary>
    internal double* Relative { get; } = memory.Take(model.Width);
    internal double* Absolute { get; } = memory.Take(model.Width);

    /// <summary>No stage of the attempt reads an earlier or a later time: a comparison of time that changes sides where the step begins or ends belongs to one side.</summary>
    internal double* Earliest { get; } = memory.Take(model.Width);
    internal double* Latest { get; } = memory.Take(model.Width);

    /// <summary>State before and after the attempt.</summary>
    internal double* Before { get; } = memory.Take((long)model.Size * model.Width);
    internal double* After { get; } = memory.Take((long)model.Size * model.Width);
    internal double* Person { get; } = memory.Take((long)model.PersonCount * model.Width);

    /// <summary>Tries the steps <see cref="Step"/> from <see cref="Before"/>.</summary>
    internal abstract void Attempt();

    /// <summary>Marks a lane's step as closed at its end, from where the next goes on after <see cref="TakeClosed"/>.</summary>
    internal void Close(int lane)
    {
        Closing[lane] = BitConverter.Int64BitsToDouble(-1);
        AnyClosing = true;
    }

    /// <summary>Takes the mark back: the state to go on from is being written.</summary>
    internal void Reopen(int lane) => Closing[lane] = 0;

    internal bool IsClosing(int lane) => BitConverter.DoubleToInt64Bits(Closing[lane]) != 0;

    /// <summary>Moves all marked lanes to the ends of their steps, in one pass.</summary>
    internal abstract void TakeClosed();

    /// <summary>A lane's state, parameters or side of time are other than those at the end of its last attempt.</summary>
    internal virtual void Changed(int lane) { }

    /// <summary>The state of a lane at the fraction theta of its attempt: all states, or the chosen ones each at its own place.</summary>
    internal abstract void Interpolate(int lane, double theta, double* state, ReadOnlySpan<int> which);

    internal abstract void Interpolate(int lane, double theta, double* state);

    /// <summary>The chosen states of every lane at a fraction of its own, each at its place among all.</summary>
    internal abstract void Interpolate(double* theta, double* states, ReadOnlySpan<int> which);

    /// <summary>Vectors of a lane's width that the properties above take.</summary>
    private protected static long BaseVectors(LaneModel model) => 9 + 2L * model.Size + model.PersonCount;

    public void Dispose() => _memory.Dispose();
}
