namespace Enteraxis.Microbiome.Ecology.Alpha;

/// <summary>How many features were seen once, twice … in one sample: all that estimators of unseen features look at.</summary>
internal sealed class CountFrequencies
{
    /// <summary>Features seen this often at most count as rare for ACE.</summary>
    public const int RareAtMost = 10;

    private readonly int[] _seen = new int[RareAtMost + 1];

    private CountFrequencies() { }

    public int Observed { get; private set; }

    public double Reads { get; private set; }

    /// <summary>Features seen exactly so often, 1 … <see cref="RareAtMost"/>.</summary>
    public int this[int times] => _seen[times];

    public int Singletons => _seen[1];

    public int Doubletons => _seen[2];

    /// <param name="counts">Whole numbers above 0; zeros are passed over.</param>
    public static CountFrequencies Of(ReadOnlySpan<double> counts)
    {
        CountFrequencies f = new();
        foreach (double c in counts)
        {
            if (!(c > 0)) continue;
            f.Observed++;
            f.Reads += c;
            if (c <= RareAtMost) f._seen[(int)c]++;
        }
        return f;
    }
}
