namespace Enteraxis.Simulation.Events;

/// <summary>A triggered event that waits for its delay or for its turn.</summary>
/// <param name="Event">Its place among the model's events.</param>
/// <param name="Values">Assigned values of the trigger time; null where those of the execution time are wanted.</param>
/// <param name="Order">Of triggering: decides between equal priorities.</param>
public sealed record PendingEvent(int Event, double Time, double[]? Values, long Order);
