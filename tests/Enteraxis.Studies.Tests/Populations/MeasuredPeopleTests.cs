using System.Globalization;
using System.Text.RegularExpressions;
using Enteraxis.Numerics.Tables;
using Enteraxis.Studies.Populations;

namespace Enteraxis.Studies.Tests.Populations;

/// <summary>What the population's tables say of measured people is what the data say: rerun when models/gut/taxa.tsv changes.</summary>
public sealed partial class MeasuredPeopleTests
{
    private static readonly Lazy<MeasuredPeople> Cases = new(() => MeasuredPeople.Cases), Controls = new(() => MeasuredPeople.Controls);

    [GeneratedRegex(@"^normal\((?<middle>-?[\d.]+); (?<spread>[\d.]+)\)$")]
    private static partial Regex NormalLaw();

    [GeneratedRegex(@"^lognormal\((?<middle>[\d.]+); (?<spread>[\d.]+)\)$")]
    private static partial Regex LogNormalLaw();

    [Fact]
    public void Guild_shares_and_diets_of_patients_and_controls_are_those_of_the_data()
    {
        int checkedRows = 0;
        foreach (PopulationRow row in Installation.Library.Population.Rows.Where(r => r.Preset is "" or "healthy" && r.Source.Contains("quartiles", StringComparison.Ordinal)))
        {
            MeasuredPeople people = row.Preset.Length == 0 ? Cases.Value : Controls.Value;
            if (NormalLaw().Match(row.LawText) is { Success: true } n) Assert.Equal(people.Median(row.Variable), Number(n, "middle"), 0.002);
            Match m = NormalLaw().Match(row.LawText) is { Success: true } x ? x : LogNormalLaw().Match(row.LawText);
            Assert.True(m.Success, row.LawText);
            Assert.Equal(1, Number(m, "spread") / people.Spread(row.Variable), 0.005);
            checkedRows++;
        }
        Assert.True(checkedRows >= 28, $"only {checkedRows} rows name quartiles");
    }

    [Fact]
    public void Correlations_are_those_of_patients()
    {
        TsvTable table = TsvTable.Read(Installation.PathOf("models", "population_correlations.tsv"), "a", "b", "rho");
        Assert.All(table.Rows, r => Assert.Equal(Cases.Value.Correlation(r["a"], r["b"]), r.Number("rho"), 0.006));
    }

    private static double Number(Match m, string group) => double.Parse(m.Groups[group].Value, CultureInfo.InvariantCulture);
}
