using Enteraxis.Modelling.Models;

namespace Enteraxis.Simulation.Compiled;

/// <param name="TimeOnly">Its trigger reads time and parameters, no state.</param>
internal sealed record CompiledEvent(ModelEvent Source, AssignmentList Assignments, bool TimeOnly);
