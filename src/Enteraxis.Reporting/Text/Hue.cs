namespace Enteraxis.Reporting.Text;

/// <summary>One hue an organ system, by the names of the style sheet; anything else becomes the person's.</summary>
internal static class Hue
{
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal) { "gut", "immune", "barrier", "brain", "clock", "person" };

    public static string Of(string hue) => $"var(--{(Known.Contains(hue) ? hue : "person")})";
}
