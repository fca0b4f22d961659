using Enteraxis.Studies.People;

namespace Enteraxis.Studies.Tests.People;

public sealed class FiguresTests
{
    [Theory]
    [InlineData(0.017, 3.0, "0 to 3.0")]
    [InlineData(0.31, 27, "0 to 27")]
    [InlineData(5.6, 11, "5.6 to 11")]
    [InlineData(0, 4, "0 to 4.0")]
    [InlineData(-0.004, 2, "0 to 2.0")]
    [InlineData(0.86, 1.23, "0.86 to 1.2")]
    public void An_interval_gives_no_places_that_say_nothing(double low, double high, string expected) => Assert.Equal(expected, Figures.Range(low, high));
}
