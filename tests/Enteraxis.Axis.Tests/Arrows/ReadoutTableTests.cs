using Enteraxis.Axis.Tests.Cohorts;
using Enteraxis.Axis.Tests.Gut;
using Enteraxis.Modelling.Antimony;
using Enteraxis.Modelling.Models;
using Enteraxis.Studies.People;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Axis.Tests.Arrows;

/// <summary>models/readouts.tsv names quantities of the model in the model's own units, and all that a study asks for.</summary>
public sealed class ReadoutTableTests
{
    // The table's spelling and the model text's. A percentage is a number to the model.
    private static readonly Dictionary<string, string> Spelling = new(StringComparer.Ordinal)
    {
        ["1"] = "dimensionless", ["%"] = "dimensionless", ["d"] = "day", ["1/d"] = "1 / day", ["h"] = "3600 second", ["m"] = "metre", ["mL"] = "1e-3 litre", ["mM"] = "1e-3 mole / litre",
        ["mmol/d"] = "1e-3 mole / day", ["umol/L"] = "1e-6 mole / litre", ["nmol/L"] = "1e-9 mole / litre", ["pg/mL"] = "1e-9 gram / litre", ["kg/m2"] = "1000 gram / metre^2",
    };

    private static readonly ReadoutRow[] Rows = [.. ReadoutTable.Read(WholeAxis.Models("readouts.tsv")).Rows];

    [Fact]
    public void Each_read_out_is_listed_once_and_exists_in_both_variants_of_the_model()
    {
        Assert.Equal(Rows.Length, Rows.Select(r => r.Id).Distinct().Count());
        Assert.Equal(Rows.Length, Rows.Select(r => r.Label).Distinct().Count());
        foreach (ReadoutRow r in Rows)
        {
            Assert.True(WholeAxis.Day.Find(r.Id) is not null && WholeAxis.Hours.Find(r.Id) is not null, r.Id);
            Assert.Contains(r.Hue, (string[])["gut", "immune", "barrier", "brain", "clock", "person"]);
            Assert.True(r.Group.Length > 0 && r.Definition.Length > 0, r.Id);
        }
    }

    [Fact]
    public void Each_read_out_is_given_in_the_unit_that_it_has_in_the_model() => Assert.Empty(Warnings(r => r.Unit));

    [Fact]
    public void A_read_out_in_a_wrong_unit_is_found()
    {
        string[] ids = ["vitamin_d", "plasma_propionate", "t2_volume", "total_scfa", "adiposity", "ambulation_metres"];
        Assert.Equal(ids.Length, Warnings(r => ids.Contains(r.Id) ? "d" : r.Unit).Count);
    }

    [Fact]
    public void Each_read_out_that_the_person_study_asks_for_is_listed()
    {
        StudyFile study = StudyFileReader.Read(Path.Combine(PartRun.Root, "studies", "person.yaml"));
        string[] asked = [.. study.Readouts.Select(r => r.Readout), study.ChainReadout];
        Assert.NotEmpty(asked);
        Assert.Empty(asked.Except(Rows.Select(r => r.Id)));
    }

    // What the unit checker says of a model in which each read-out is declared in the table's unit.
    private static IReadOnlyList<string> Warnings(Func<ReadoutRow, string> unit)
    {
        string folder = Path.Combine(AppContext.BaseDirectory, $"units-{Guid.NewGuid():N}");
        try
        {
            foreach (string file in Directory.EnumerateFiles(WholeAxis.Models(), "*.ant", SearchOption.AllDirectories))
            {
                string copy = Path.Combine(folder, Path.GetRelativePath(WholeAxis.Models(), file));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }
            string text = "import \"axis.ant\"\nmodel *declared()\n  unit day = 86400 second\n  unit time_unit = 86400 second\n  whole: axis()\n"
                + string.Concat(Spelling.Select((s, i) => $"  unit u{i} = {s.Value}\n"))
                + string.Concat(Rows.Select((r, i) => $"  r{i} := whole.{r.Id}; r{i} has u{Spelling.Keys.ToList().IndexOf(unit(r))}\n")) + "end\n";
            string path = Path.Combine(folder, "declared.ant");
            File.WriteAllText(path, text);
            return AntimonyReader.ReadFile(path, new ReadOptions { ParameterValues = WholeAxis.Parameters.Values.ToDictionary(v => $"whole.{v.Key}", v => v.Value, StringComparer.Ordinal) }).Warnings;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
