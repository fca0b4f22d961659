namespace Enteraxis.Simulation;

/// <summary>Why a course did not reach its end.</summary>
public enum FailureCause
{
    /// <summary>A state was set to what is not a finite number: at the start, by the schedule, an event or a jump.</summary>
    StateNotFinite,
    /// <summary>A rate is infinite or not a number.</summary>
    RateNotFinite,
    /// <summary>Error control asks for steps below the resolution of time.</summary>
    StepTooSmall,
    /// <summary>The budget of attempted steps is spent.</summary>
    TooManySteps,
    /// <summary>A hazard is not a number, passes its strip or is too high for jumps.</summary>
    Hazard,
    /// <summary>Events set each other off without end, or a delay is not a time.</summary>
    Event,
    /// <summary>A drive's law is not one.</summary>
    Drive,
    /// <summary>Algebraic equations without a solution near, or that do not determine their unknowns.</summary>
    Algebra,
    /// <summary>A delay is negative or not a number, or delays read each other without end.</summary>
    Delay,
}
