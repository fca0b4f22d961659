namespace Enteraxis.Studies.Calibration.Measures.Between;

/// <summary>By how many percent a measure of the group lies above that of those it is compared with.</summary>
public sealed record PercentDifference(IMeasure Each) : IContrast
{
    public IReadOnlyList<string> Readouts => Each.Readouts;

    internal static PercentDifference Read(ContrastText text)
    {
        text.AllowOnly("each");
        return new(text.Each());
    }

    public double Value(MeasureScene group, MeasureScene against) => 100 * (Each.Value(group) / Each.Value(against) - 1);
}
