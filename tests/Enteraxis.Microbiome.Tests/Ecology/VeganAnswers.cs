using System.Globalization;
using System.Text;

namespace Enteraxis.Microbiome.Tests.Ecology;

/// <summary>Runs vegan.R once on two shared sets; the tests are skipped with a sentence where R or vegan is absent.</summary>
public sealed class VeganAnswers : IDisposable
{
    private readonly ScratchFolder _scratch = new();
    private Dictionary<string, double[]>? _answers;

    public double[] this[string name]
    {
        get
        {
            _answers ??= Run();
            return _answers.TryGetValue(name, out double[]? values) ? values : throw Absent(name);
        }
    }

    public void Dispose() => _scratch.Dispose();

    private static Exception Absent(string name)
    {
        Assert.Skip($"The R package that works out {name} is not here.");
        return new InvalidOperationException();
    }

    private Dictionary<string, double[]> Run()
    {
        string table = _scratch.Write("table.tsv", Text(Expected.Table("dietswap"))), second = _scratch.Write("second.tsv", Text(Expected.Table("esophagus")));
        string script = Path.Combine(Places.Root, "tests", "Enteraxis.Microbiome.Tests", "Ecology", "vegan.R");
        return Peer.RFile("vegan", script, table, Places.Shared("dietswap", "metadata.tsv"), Places.Shared("esophagus", "tree.nwk"), second).Select(l => l.Split('\t'))
            .ToDictionary(l => l[0], l => l[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Expected.Number).ToArray(), StringComparer.Ordinal);
    }

    private static string Text(FeatureTable table)
    {
        StringBuilder text = new StringBuilder("id\t").AppendJoin('\t', table.FeatureIds).Append('\n');
        double[][] rows = SmallTable.Dense(table);
        for (int s = 0; s < rows.Length; s++)
            text.Append(table.SampleIds[s]).Append('\t').AppendJoin('\t', rows[s].Select(v => v.ToString("R", CultureInfo.InvariantCulture))).Append('\n');
        return text.ToString();
    }
}
