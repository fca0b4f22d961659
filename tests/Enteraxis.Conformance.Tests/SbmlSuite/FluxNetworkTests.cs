using System.Globalization;
using Enteraxis.Modelling.Sbml.Fbc;
using Enteraxis.Numerics;
using Enteraxis.Simulation.Flux;
using Enteraxis.Studies.Suites;

namespace Enteraxis.Conformance.Tests.SbmlSuite;

/// <summary>The suite's flux-balance cases through the reader of genome-scale models, which refuses by name what only the general reader can state.</summary>
public sealed class FluxNetworkTests
{
    [Fact]
    public void What_the_fast_reader_accepts_has_the_suites_optimum()
    {
        List<string> faults = [], refused = [];
        int solved = 0;
        foreach (SuiteCase c in SuiteCase.In(SharedArchive.Folder("sbml-suite/semantic.tar.xz")).Where(c => c.Kind == CaseKind.FluxBalance))
        {
            FluxNetwork n;
            try
            {
                n = FluxNetworkReader.Read(c.Model);
            }
            catch (InputException e)
            {
                refused.Add($"{c.Name}: {e.Message}");
                continue;
            }
            FluxBalance balance = new(n.Metabolites.Count);
            foreach (NetworkReaction r in n.Reactions) balance.Add(r.Id, r.Lower, r.Upper, r.Terms.ToArray());
            FluxSolution s = balance.Solve([.. n.Objective], n.IsMaximum);
            string[][] expected = [.. File.ReadAllLines(c.Results).Take(2).Select(l => l.Split(','))];
            int objective = Array.FindIndex(expected[0], name => n.Reactions.All(r => r.Id != name.Trim()));
            if (objective < 0) continue;
            double wanted = double.Parse(expected[1][objective], NumberStyles.Float, CultureInfo.InvariantCulture), got = s.Why is null ? s.Objective : double.NaN;
            if (!(Math.Abs(got - wanted) <= 1e-6 * Math.Max(1, Math.Abs(wanted))) && !(double.IsNaN(got) && double.IsNaN(wanted))) faults.Add($"{c.Name}: {got}, not {wanted}");
            solved++;
        }
        Assert.Empty(faults);
        Assert.True(solved >= 15, $"{solved} solved; refused: {string.Join("; ", refused)}");
    }
}
