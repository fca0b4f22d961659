using Enteraxis.Numerics.Summaries;

namespace Enteraxis.Numerics.Tests;

public sealed class MeanRanksTests
{
    [Fact]
    public void Equal_values_share_the_mean_of_their_places()
    {
        Assert.Equal([2.5, 1, 4, 2.5, 6, 6, 6], MeanRanks.Of([3, 1, 5, 3, 9, 9, 9], out double ties));
        Assert.Equal(6 + 24, ties);
    }

    [Fact]
    public void Values_that_differ_by_rounding_count_as_equal_where_asked()
    {
        Assert.Equal([1.5, 1.5, 3], MeanRanks.Of([1, 1 + 1e-12, 2], out double ties, 1e-9));
        Assert.Equal(6, ties);
        Assert.Equal([1, 2, 3], MeanRanks.Of([1, 1 + 1e-12, 2]));
        Assert.Empty(MeanRanks.Of([]));
    }
}
