using System.Globalization;
using Enteraxis.Modelling;
using Enteraxis.Modelling.Models;
using Enteraxis.Modelling.Models.Forms;
using Enteraxis.Modelling.Sbml.Write;
using Enteraxis.Simulation;
using Enteraxis.Simulation.Jumps;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Conformance.Tests.Exports;

public sealed class IntegrationTests
{
    private const double Agreement = 1e-5;

    // What is zero but for rounding (residuals of conservation) is compared with this instead of with itself.
    private const double SmallestScale = 1e-3;

    [Fact]
    public void SciPy_and_this_program_get_the_same_curves_from_the_exported_axis()
    {
        Peer.Need("libsbml", "scipy");
        using ScratchFolder scratch = new();
        Model axis = GivenValues.Of(Repository.Axis(), PresetTable.Read(Repository.PathOf("models", "presets.tsv"))["rrms"]);
        double end = SharedArchive.Long ? 365 : 90;
        int points = (int)end / 5;
        IReadOnlyList<DatedJump> history = FixedHistory.Of(axis, new Dictionary<string, double>(), seed: 3, end);
        Assert.NotEmpty(history);
        string file = scratch.File("axis.xml", SbmlWriter.Write(PlainForm.Of(axis, history))), table = scratch.PathOf("scipy.tsv");
        Peer.Script("integrate.py", file, end.ToString(CultureInfo.InvariantCulture), points.ToString(CultureInfo.InvariantCulture), table, "1e-9", "1");

        string[][] rows = [.. File.ReadAllLines(table).Select(l => l.Split('\t'))];
        string[] names = rows[0][1..];
        CompiledModel compiled = new(ModelFile.Read(file), names);
        Course course = new Simulator(compiled, new SimulationOptions { RelativeTolerance = 1e-9, AbsoluteTolerance = 1e-12 }).Run(new PersonRun
        {
            Seed = 0, Person = 0, End = end, OutputTimes = [.. Enumerable.Range(0, points + 1).Select(i => end * i / points)],
        });
        Assert.Null(course.Failure);
        // What balances to nothing has no scale of its own: that of what is balanced.
        double balanced = Enumerable.Range(0, names.Length).Where(c => names[c].EndsWith("carbon_stock", StringComparison.Ordinal)).Max(c => Math.Abs(course.Values[0, c]));
        List<string> apart = [];
        for (int c = 0; c < names.Length; c++)
        {
            double scale = names[c].EndsWith("carbon_residual", StringComparison.Ordinal) ? balanced : SmallestScale, difference = 0;
            for (int r = 0; r <= points; r++)
            {
                double theirs = double.Parse(rows[r + 1][c + 1], NumberStyles.Float, CultureInfo.InvariantCulture), ours = course.Values[r, c];
                if (double.IsNaN(theirs) && double.IsNaN(ours)) continue;
                scale = Math.Max(scale, Math.Abs(theirs));
                difference = Math.Max(difference, Math.Abs(theirs - ours));
            }
            if (!(difference <= Agreement * scale)) apart.Add($"{names[c]}: {difference:G3} of {scale:G3}");
        }
        Assert.True(names.Length > 500);
        Assert.Empty(apart);
    }
}
