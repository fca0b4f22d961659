using Enteraxis.Studies.Trials;

namespace Enteraxis.Studies.Calibration.Measures;

/// <summary>The people of one experiment and what was recorded of them.</summary>
/// <param name="Looks">Days of the looks since randomisation, day 0 first: the rows of every person's values.</param>
/// <param name="Column">Column of a read-out in these values.</param>
public sealed record MeasureScene(TrialFile Design, IReadOnlyList<FollowedPerson> People, IReadOnlyList<double> Looks, Func<string, int> Column)
{
    /// <summary>The arm that a measure reads where it names none: the file's first, unless a comparison of groups says otherwise.</summary>
    public string OwnArm { get; init; } = Design.Arms[0].Id;

    /// <param name="arm">Empty: <see cref="OwnArm"/>.</param>
    public FollowedPerson[] In(string arm)
    {
        string id = arm.Length > 0 ? arm : OwnArm;
        return [.. People.Where(p => Design.Arms[p.Arm].Id == id)];
    }

    /// <summary>The look nearest a day.</summary>
    public int Row(double day) => Enumerable.Range(0, Looks.Count).MinBy(i => Math.Abs(Looks[i] - day));
}
