using Enteraxis.Modelling.Sbml.Fbc;
using Enteraxis.Studies.GenomeScale;

namespace Enteraxis.Studies.Tests.GenomeScale;

/// <summary>The eight textbook models of examples/genome-scale and communities of them.</summary>
internal static class Textbook
{
    public static string Folder { get; } = Installation.PathOf("examples", "genome-scale");

    public static IReadOnlyList<string> Taxa { get; } = [.. Directory.EnumerateFiles(Folder, "*.xml").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];

    public static Diet Diet { get; } = DietReader.Read(Path.Combine(Folder, "diet.tsv"));

    /// <summary>By taxon.</summary>
    public static double[] Shares { get; } = [0.1, 0.05, 0.4, 0.1, 0.1, 0.15, 0.05, 0.05];

    public static TaxonModel Model(string taxon) => TaxonModel.Of(taxon, taxon + ".xml", FluxNetworkReader.Read(Path.Combine(Folder, taxon + ".xml")));

    public static CommunityMember[] Members() => [.. Taxa.Select((t, i) => new CommunityMember(Model(t), Shares[i]))];

    public static CommunityProgram Alone(string taxon, params (string Exchange, double Bound)[] offered) =>
        new([new CommunityMember(Model(taxon), 1)], new Diet("by hand", offered.Append(("EX_h2o_e", 1000)).ToDictionary(o => o.Item1, o => o.Item2, StringComparer.Ordinal)));

    /// <summary>Atoms of an element in a formula; 0 where there is none.</summary>
    public static int Atoms(string formula, string element)
    {
        int sum = 0;
        foreach (System.Text.RegularExpressions.Match m in System.Text.RegularExpressions.Regex.Matches(formula, "([A-Z][a-z]?)([0-9]*)"))
            if (m.Groups[1].Value == element) sum += m.Groups[2].Length == 0 ? 1 : int.Parse(m.Groups[2].Value, System.Globalization.CultureInfo.InvariantCulture);
        return sum;
    }
}
