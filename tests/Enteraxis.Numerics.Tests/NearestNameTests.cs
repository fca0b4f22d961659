using Enteraxis.Numerics.Text;

namespace Enteraxis.Numerics.Tests;

public sealed class NearestNameTests
{
    [Theory]
    [InlineData("fiber", " Did you mean 'fibre'?")]
    [InlineData("FIBRE", " Did you mean 'fibre'?")]
    [InlineData("tobaco", " Did you mean 'tobacco'?")]
    [InlineData("something_else", "")]
    public void A_near_name_is_offered_and_a_far_one_is_not(string wrong, string hint) => Assert.Equal(hint, NearestName.Hint(wrong, ["age", "fibre", "tobacco"]));

    [Fact]
    public void Swapped_letters_are_one_slip() => Assert.Equal(" Did you mean 'treg'?", NearestName.Hint("trge", ["age", "treg"]));

    [Fact]
    public void Nothing_is_near_where_nothing_is_known() => Assert.Equal("", NearestName.Hint("age", []));

    [Fact]
    public void The_nearest_come_first_and_ties_in_ordinal_order() => Assert.Equal(["S1", "S2", "T99"], NearestName.Of("S9", ["T99", "S2", "S1", "other"], 3));
}
