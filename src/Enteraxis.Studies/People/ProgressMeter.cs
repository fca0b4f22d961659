namespace Enteraxis.Studies.People;

/// <summary>Counts simulated days against those of the whole study.</summary>
public sealed class ProgressMeter(double totalDays, IProgress<StudyProgress>? sink)
{
    private double _done;
    private readonly Lock _gate = new();

    public void Add(double days, string phase)
    {
        double fraction;
        lock (_gate)
        {
            _done += days;
            fraction = Math.Min(1, _done / Math.Max(1, totalDays));
        }
        sink?.Report(new StudyProgress(fraction, phase));
    }
}
