namespace Enteraxis.Studies.Calibration.Screening;

/// <summary>How a stage screens its parameters by Morris before it moves any.</summary>
/// <param name="Keep">How many stay free, at most.</param>
/// <param name="Levels">Of Morris's grid, over the 5 to 95 % range of each prior.</param>
/// <param name="People">Of a run, all experiments together; 0: as many as the stage has.</param>
public sealed record ScreeningPlan(int Keep, int Trajectories, int Levels, int People)
{
    /// <summary>Runs for so many parameters.</summary>
    public int Runs(int parameters) => Trajectories * (parameters + 1);
}
