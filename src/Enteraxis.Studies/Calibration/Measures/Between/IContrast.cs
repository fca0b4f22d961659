namespace Enteraxis.Studies.Calibration.Measures.Between;

/// <summary>One kind of comparison of two groups of people, of two experiments or of two arms. A kind is one file here and one line of <see cref="ContrastKinds"/>.</summary>
public interface IContrast
{
    /// <summary>Read-outs that must be recorded of both groups.</summary>
    IReadOnlyList<string> Readouts { get; }

    /// <param name="group">Its own arm is the group (<see cref="MeasureScene.OwnArm"/>); so with <paramref name="against"/>.</param>
    double Value(MeasureScene group, MeasureScene against);
}
