using Enteraxis.Numerics.Random;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Studies.People;

/// <summary>What the study needs of a sample: how sure its guild shares are, and how it looks on a page.</summary>
/// <param name="Alpha">Parameters of the Dirichlet law of the guild shares, by guild.</param>
/// <param name="Section">Everything but the production of acids, which the model adds.</param>
public sealed record GutProfile(IReadOnlyDictionary<string, double> Alpha, ProfileSection Section, string SampleLine)
{
    /// <summary>What puts the whole table in question: stands on the first page.</summary>
    public IReadOnlyList<string> Doubts { get; init; } = [];

    private const uint ShareStream = 0xE0000004;

    // The control that finds a guild's competitiveness cannot reach a share of zero.
    private const double LeastShare = 0.0005;

    /// <summary>Guild shares within counting error: a function of (seed, person).</summary>
    public double[] Shares(IReadOnlyList<GuildRow> guilds, ulong seed, ulong person)
    {
        KeyedStream stream = new(seed, person, ShareStream);
        double[] shares = new double[guilds.Count];
        for (int i = 0; i < shares.Length; i++)
        {
            double alpha = Alpha.GetValueOrDefault(guilds[i].Id, 0);
            shares[i] = alpha > 0 ? stream.Gamma(alpha, 1, StableHash.Of(guilds[i].Id)) : 0;
        }
        Normalise(shares);
        for (int i = 0; i < shares.Length; i++) shares[i] = Math.Max(LeastShare, shares[i]);
        Normalise(shares);
        return shares;
    }

    private static void Normalise(double[] x)
    {
        double sum = x.Sum();
        for (int i = 0; i < x.Length; i++) x[i] = sum > 0 ? x[i] / sum : 1.0 / x.Length;
    }
}
