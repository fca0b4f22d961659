namespace Enteraxis.Simulation.Compiled;

/// <param name="MarkPositions">Positions, within the assignments, of those that set parameters.</param>
internal sealed record CompiledJump(string Name, int Stream, double Strip, AssignmentList Assignments, int[] MarkPositions)
{
    internal double[] Marks(double[] values)
    {
        double[] marks = new double[MarkPositions.Length];
        for (int i = 0; i < marks.Length; i++) marks[i] = values[MarkPositions[i]];
        return marks;
    }
}
