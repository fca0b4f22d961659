namespace Enteraxis.Studies.Calibration.Measures;

/// <summary>One kind of number that is computed of an experiment's people to be held against a target. A kind is one file here and one line of <see cref="MeasureKinds"/>.</summary>
public interface IMeasure
{
    /// <summary>Read-outs that must be recorded at every look.</summary>
    IReadOnlyList<string> Readouts { get; }

    /// <returns>Not finite where the people do not tell it, for example a share of nobody.</returns>
    double Value(MeasureScene scene);
}
