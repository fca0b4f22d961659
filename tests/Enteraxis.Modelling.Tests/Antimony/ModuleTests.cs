using Enteraxis.Modelling.Antimony;
using Enteraxis.Modelling.Models;
using Enteraxis.Numerics;

namespace Enteraxis.Modelling.Tests.Antimony;

public sealed class ModuleTests
{
    private const string Tank = """
        model Tank(inflow, level)
          level = 1
          level' = inflow - k * level
          k = 0.5
          doubled := 2 * level
        end

        """;

    [Fact]
    public void An_argument_is_the_outer_quantity_under_its_outer_name()
    {
        Model m = Text.Read(Tank + "model *main()\n  rain = 3\n  a: Tank(rain, height)\n  total := a.doubled + 1\nend");
        Assert.Equal(["height"], m.States.Select(s => s.Name));
        Assert.Equal(2.5, Text.Rate(m, "height"));
        Assert.Equal(3, Text.Value(m, "total"));
        Assert.NotNull(m.Find("a.k"));
    }

    [Fact]
    public void Two_instances_are_apart_and_an_outer_value_wins()
    {
        Model m = Text.Read(Tank + "model *main()\n  rain = 3\n  a: Tank(rain, x)\n  b: Tank(rain, y)\n  b.k = 2\nend");
        Assert.Equal(2.5, Text.Rate(m, "x"));
        Assert.Equal(1, Text.Rate(m, "y"));
    }

    [Fact]
    public void Is_joins_two_names_and_keeps_the_outer_one()
    {
        Model m = Text.Read(Tank + "model *main()\n  rain = 3\n  a: Tank(rain, x)\n  a.doubled is twice\n  y := twice + 1\nend");
        Assert.Equal(3, Text.Value(m, "y"));
        Assert.Null(m.Find("a.doubled"));
    }

    [Fact]
    public void A_rule_of_the_outer_model_replaces_an_inner_value()
    {
        Model m = Text.Read(Tank + "model *main()\n  rain = 3\n  a: Tank(rain, x)\n  a.k := 0.1 * rain\nend");
        Assert.Equal(3 - 0.3, Text.Rate(m, "x"), 12);
    }

    [Fact]
    public void Values_come_from_outside_by_flat_name()
    {
        ReadOptions table = new() { ParameterValues = new Dictionary<string, double> { ["a.k"] = 4, ["rain"] = 8 } };
        Model m = Text.Read(Tank + "model *main()\n  rain has dimensionless\n  a: Tank(rain, x)\nend", table);
        Assert.Equal(4, Text.Rate(m, "x"));
    }

    [Fact]
    public void A_parameter_without_any_value_is_named()
    {
        InputException e = Assert.Throws<InputException>(() => Text.Read("x' = k\nx = 0\nk has dimensionless"));
        Assert.Contains("'k' has no value", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Imports_stay_within_the_models_folder()
    {
        string folder = Directory.CreateTempSubdirectory("enteraxis-").FullName;
        try
        {
            Directory.CreateDirectory(Path.Combine(folder, "parts"));
            File.WriteAllText(Path.Combine(folder, "parts", "tank.ant"), Tank);
            File.WriteAllText(Path.Combine(folder, "main.ant"), "import \"parts/tank.ant\"\nmodel *main()\n  r = 1\n  a: Tank(r, x)\nend");
            Assert.Single(AntimonyReader.ReadFile(Path.Combine(folder, "main.ant")).States);
            File.WriteAllText(Path.Combine(folder, "evil.ant"), "import \"../../../../etc/passwd\"\nx = 1");
            Assert.Contains("leads out of", Assert.Throws<InputException>(() => AntimonyReader.ReadFile(Path.Combine(folder, "evil.ant"))).Message, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void A_frozen_quantity_follows_the_course_it_is_given()
    {
        Model m = Text.Read("x = 3; x' = -flow; flow := 2 * x", new ReadOptions { Freezable = ["flow"] });
        Assert.Equal(6, Text.Value(m, "flow"));
        Assert.Equal(10 + 0.5 * (7 - 4), Text.Value(m, "flow", 7, ("freeze(flow)", 1), ("level(flow)", 10), ("slope(flow)", 0.5), ("from(flow)", 4)));
        Assert.Equal(-10, Text.Rate(m, "x", ("freeze(flow)", 1), ("level(flow)", 10)));
    }
}
