namespace Enteraxis.Statistics.Disability;

/// <summary>Which way a score must move.</summary>
[Flags]
public enum ChangeDirection
{
    Worsening = 1,
    Improvement = 2,
    Both = Worsening | Improvement,
}
