using Enteraxis.Studies.Petab;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Studies.Tests.Petab;

public sealed class ParameterTableExportTests
{
    [Fact]
    public void The_table_of_this_house_reads_back_as_a_PEtab_parameter_table()
    {
        ParameterTable own = ParameterTable.Read(Installation.PathOf("models", "parameters.tsv"));
        using ScratchFolder folder = new();
        string path = folder.Write("parameters.tsv", ParameterTableExport.Parameters(own.Rows));
        PetabParameter[] read = [.. ParameterRows.Read(path, 2)];
        Assert.Equal(own.Rows.Select(r => ParameterTableExport.IdOf(r.Name)), read.Select(p => p.Id));
        Assert.Equal(own.Rows.Select(r => r.Value), read.Select(p => p.Nominal!.Value));
        Assert.Equal(read.Length, read.Select(p => p.Id).Distinct().Count());
        foreach ((ParameterRow row, PetabParameter p) in own.Rows.Zip(read))
        {
            Assert.Equal(!row.Uncertainty.IsNone, p.Estimate);
            if (row.Uncertainty.Kind != SpreadKind.LogNormal || row.Value <= 0) continue;
            // The law of the house, value · exp(s z), at one standard deviation.
            double x = row.Value * Math.Exp(row.Uncertainty.A);
            Assert.Equal(-0.5 - 0.5 * Math.Log(2 * Math.PI) - Math.Log(row.Uncertainty.A) - Math.Log(x), p.Prior!.LogDensity(x), 1e-9);
        }
        string[] mapping = ParameterTableExport.Mapping(own.Rows).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(own.Rows.Count(r => r.Name.Contains('.', StringComparison.Ordinal)), mapping.Length - 1);
    }
}
