namespace Enteraxis.EndToEnd.Tests;

public sealed class CheckTests
{
    [Theory]
    [InlineData("axis")]
    [InlineData("axis-hours")]
    public void A_model_of_the_house_is_checked_by_its_name_with_the_values_of_its_tables(string name)
    {
        Outcome o = CommandLine.Run("check", name);
        Assert.Equal((0, "0 faults, 0 warnings."), (o.ExitCode, o.Output.Trim()));
    }

    [Fact]
    public void What_is_neither_a_model_of_the_house_nor_a_file_is_a_fault_in_one_line()
    {
        Outcome o = CommandLine.Run("check", "axes");
        Assert.Equal(2, o.ExitCode);
        Assert.StartsWith("fault: axes: ", o.Output, StringComparison.Ordinal);
        Assert.Equal(2, o.Output.Trim().Split('\n').Length);
    }
}
