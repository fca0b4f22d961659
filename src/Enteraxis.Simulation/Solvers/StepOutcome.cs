namespace Enteraxis.Simulation.Solvers;

public enum StepOutcome
{
    Accepted,
    /// <summary>Error control asks for steps below the resolution of time.</summary>
    StepTooSmall,
    /// <summary>Rates are infinite or not a number at the start of the step.</summary>
    NotFinite,
    /// <summary>The run's budget of steps is spent.</summary>
    TooManySteps,
}
