using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Enteraxis.Architecture.Tests;

public sealed class LayerTests
{
    /// <summary>From the bottom up. A project may refer only to projects before it.</summary>
    private static readonly string[] Layers =
        ["Numerics", "Modelling", "Simulation", "Microbiome", "Statistics", "Studies", "Cluster", "Reporting", "Web", "Cli"];

    [Fact]
    public void Every_project_refers_only_downward()
    {
        List<string> faults = [];
        foreach (string file in Repository.SourceFiles("src", "*.csproj"))
        {
            string name = Layer(Path.GetFileNameWithoutExtension(file));
            foreach (XElement reference in XDocument.Load(file).Descendants("ProjectReference"))
            {
                string to = Layer(Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value));
                if (Array.IndexOf(Layers, to) >= Array.IndexOf(Layers, name))
                    faults.Add($"{name} refers to {to}");
            }
        }
        Assert.Empty(faults);
    }

    [Fact]
    public void Every_project_is_one_of_the_layers_and_has_tests()
    {
        foreach (string file in Repository.SourceFiles("src", "*.csproj"))
        {
            string name = Path.GetFileNameWithoutExtension(file);
            Assert.Contains(Layer(name), Layers);
            if (Layer(name) == "Cli")
                Assert.True(Directory.Exists(Path.Combine(Repository.Root, "tests", "Enteraxis.EndToEnd.Tests")));
            else
                Assert.True(Directory.Exists(Path.Combine(Repository.Root, "tests", name + ".Tests")), $"{name} has no test project");
        }
    }

    [Fact]
    public void Nothing_below_the_web_knows_the_web()
    {
        Regex web = new(@"using\s+(Microsoft\.AspNetCore|System\.Net\.Http|System\.Net\.Sockets)|\bHttpClient\b", RegexOptions.CultureInvariant);
        Assert.Empty(Repository.SourceFiles("src").Where(f => !f.Contains("Enteraxis.Web", StringComparison.Ordinal))
            .Where(f => web.IsMatch(File.ReadAllText(f))).Select(Repository.Relative));
    }

    [Fact]
    public void Nothing_below_the_cluster_names_its_engine() =>
        Assert.Empty(Repository.SourceFiles("src").Where(f => !f.Contains("Enteraxis.Cluster", StringComparison.Ordinal))
            .Where(f => Regex.IsMatch(File.ReadAllText(f), @"\b(Orleans|Slurm)\b")).Select(Repository.Relative));

    private static string Layer(string project) => project.Replace("Enteraxis.", "", StringComparison.Ordinal);
}
