namespace Enteraxis.Studies.Cohorts.Widths;

/// <summary>How large the design is that tells a forecast's sources of width apart.</summary>
/// <param name="People">The first people of the cohort, the same under every set.</param>
/// <param name="Sets">Draws of the uncertain parameters.</param>
/// <param name="Repeats">Chances that a person meets from entering on, the same ones under every set.</param>
/// <param name="VariantPeople">How many of the people meet every other reading of the mechanism as well; 0: readings are not told.</param>
public sealed record WidthSizes(int People, int Sets, int Repeats, int VariantPeople)
{
    /// <summary>Courses of one arm.</summary>
    public int Courses(int variants) => People * Sets * Repeats + variants * VariantPeople;
}

/// <summary>What a study of a cohort asks of the four sources of width: for what, when, and with how many people, sets, repeats and people under every reading.</summary>
public sealed record WidthDesign
{
    // A component is known to a relative error of about √(2/(n − 1)): fewer say nothing, more than these are dear for little.
    private const int Fewest = 4, Most = 24;

    /// <summary>Courses of the design, as a share of the people's own, unless the study asks for more.</summary>
    private const double Share = 0.25;

    /// <summary>Null: as many as a quarter of the cohort's own courses allows, 4 to 24.</summary>
    public int? People { get; init; }

    /// <summary>Null: as many as people.</summary>
    public int? Sets { get; init; }

    /// <summary>Null: 2.</summary>
    public int? Repeats { get; init; }

    /// <summary>Null: all people of the design.</summary>
    public int? VariantPeople { get; init; }

    /// <summary>Read-outs or kinds of events of the study; empty: the first of each.</summary>
    public IReadOnlyList<string> Outcomes { get; init; } = [];

    /// <summary>Since entering; each is looked at on the visit next to it. Empty: at half of the study and at its end.</summary>
    public IReadOnlyList<double> Years { get; init; } = [];

    /// <param name="people">Of the cohort.</param>
    /// <param name="variants">Other readings of the mechanism that there are.</param>
    public WidthSizes Sizes(int people, int variants)
    {
        // n people under n sets, each twice, and n under every variant: 2 n² + v n = share · people.
        double v = variants, n = (Math.Sqrt(v * v + 8 * Share * people) - v) / 4;
        int even = Math.Clamp((int)n, Fewest, Most), own = People ?? Math.Max(even, VariantPeople ?? 0);
        return new(own, Sets ?? even, Repeats ?? 2, VariantPeople ?? own);
    }
}
