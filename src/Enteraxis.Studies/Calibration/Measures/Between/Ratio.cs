namespace Enteraxis.Studies.Calibration.Measures.Between;

/// <summary>A measure of the group over that of those it is compared with.</summary>
public sealed record Ratio(IMeasure Each) : IContrast
{
    public IReadOnlyList<string> Readouts => Each.Readouts;

    internal static Ratio Read(ContrastText text)
    {
        text.AllowOnly("each");
        return new(text.Each());
    }

    public double Value(MeasureScene group, MeasureScene against) => Each.Value(group) / Each.Value(against);
}
