using CsCheck;
using System.Globalization;
using Enteraxis.Reporting.Text;

namespace Enteraxis.Reporting.Tests.Text;

public sealed class NumberFormatTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(0.0123, "0.012")]
    [InlineData(1234, "1,200")]
    [InlineData(-1.449, "\u22121.4")]
    [InlineData(9.96, "10")]
    [InlineData(0.0996, "0.10")]
    [InlineData(99.6, "100")]
    [InlineData(double.NaN, "not known")]
    [InlineData(double.PositiveInfinity, "unlimited")]
    public void Two_significant_digits(double x, string text) => Assert.Equal(text, NumberFormat.Two(x));

    [Fact]
    public void What_is_printed_is_within_half_a_unit_of_the_second_digit() =>
        Gen.Double[1e-3, 1e8].Sample(x =>
        {
            double read = double.Parse(NumberFormat.Two(x), NumberStyles.Number, CultureInfo.InvariantCulture);
            return Math.Abs(read - x) <= 0.0501 * x;
        });

    [Theory]
    [InlineData(1, "1st")]
    [InlineData(22.4, "22nd")]
    [InlineData(3, "3rd")]
    [InlineData(11, "11th")]
    [InlineData(112, "112th")]
    [InlineData(86, "86th")]
    public void Ordinals_end_as_they_are_spoken(double x, string text) => Assert.Equal(text, NumberFormat.Ordinal(x));

    [Fact]
    public void Changes_carry_their_sign() => Assert.Equal(("+0.12", "\u22120.12", "0"), (NumberFormat.Signed(0.12), NumberFormat.Signed(-0.12), NumberFormat.Signed(0)));
}
