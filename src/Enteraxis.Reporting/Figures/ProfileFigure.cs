using Enteraxis.Studies.Sensitivity.Identification;

namespace Enteraxis.Reporting.Figures;

/// <summary>How the misfit of all targets rises when one parameter is held away from its best place, with the line above which a place is left out.</summary>
internal static class ProfileFigure
{
    private const double Left = 40, Right = 288, Top = 48, Bottom = 168, Most = 12;

    public static string Draw(ParameterProfile profile, string title, string subtitle)
    {
        Axis x = new(-2.5, 2.5, Left, Right, 5), y = new(0, Most, Bottom, Top, 3);
        Svg svg = new(300, 206, title, subtitle);
        foreach (double tick in y.Ticks) svg.Line(Left, y.At(tick), Right, y.At(tick), "class=\"gr\"").Text(Left - 6, y.At(tick) + 4, y.Label(tick), "tk", "end");
        foreach (double tick in x.Ticks) svg.Text(x.At(tick), Bottom + 17, x.Label(tick), "tk", "middle");
        svg.Text((Left + Right) / 2, Bottom + 34, "standard deviations of its prior", "tk", "middle");
        svg.Line(Left, y.At(ProfileLikelihood.Threshold), Right, y.At(ProfileLikelihood.Threshold), "stroke=\"var(--bad)\" stroke-width=\"1.5\" stroke-dasharray=\"6 3\"");
        // A curve that leaves the picture stays at its upper edge.
        return svg.Path(profile.Places.Select((p, g) => (x.At(p), y.At(Math.Min(Most, profile.Rise[g])))), "fill=\"none\" stroke=\"var(--brain)\" stroke-width=\"2.2\"").Close();
    }
}
