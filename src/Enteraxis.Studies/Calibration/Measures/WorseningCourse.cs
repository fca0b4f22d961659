using Enteraxis.Statistics.Disability;
using Enteraxis.Studies.Trials;

namespace Enteraxis.Studies.Calibration.Measures;

/// <summary>Every confirmed worsening of a score over the visits that count, told apart by whether it came with a jump.</summary>
/// <param name="Jump">Of the model: relapses.</param>
/// <param name="ConfirmedDays">For how long a worsening must hold.</param>
/// <param name="Every">Days between the visits that count; 0 for every look.</param>
/// <param name="Arms">Empty for every arm: people of a pool of trials.</param>
public sealed record WorseningCourse(string Readout, string Jump, double ConfirmedDays, double Every, IReadOnlyList<string> Arms)
{
    internal static WorseningCourse Read(MeasureText text) => new(text.Readout(), text.NeededJump(), text.NeededDays()[0], text.MonthOr("every_months", 0), text.Arm() is { Length: > 0 } arm ? [arm] : []);

    /// <summary>The keys that <see cref="Read"/> takes.</summary>
    internal static string[] Keys { get; } = ["jump", "days", "months", "every_months", "arm"];

    public IReadOnlyList<FollowedPerson> People(MeasureScene scene) => Arms.Count == 0 ? scene.People : [.. Arms.SelectMany(scene.In)];

    public IReadOnlyList<ConfirmedEvent> Of(MeasureScene scene, FollowedPerson person)
    {
        int c = scene.Column(Readout);
        int[] rows = [.. TimesToEvent.Rows(scene.Looks, Every)];
        double[] days = [.. rows.Select(v => scene.Looks[v])], scores = [.. rows.Select(v => person.Values[v, c])], jumps = [.. person.Jumps.Where(j => j.Jump == Jump).Select(j => j.Day)];
        // A roving baseline, so that progression late in life is found whatever relapses left before it.
        return new ConfirmedChange { ConfirmationDays = ConfirmedDays, Baseline = BaselineRule.Roving }.All(days, scores, jumps);
    }
}
