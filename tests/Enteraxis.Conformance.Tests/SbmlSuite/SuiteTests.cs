using Enteraxis.Studies.Suites;

namespace Enteraxis.Conformance.Tests.SbmlSuite;

/// <summary>The public SBML Test Suite: a fixed tenth in the ordinary run, all of it in the long one.</summary>
public sealed class SuiteTests
{
    private const int Seed = 20260301;

    // Far more than any case takes on a machine of its own: tests may share theirs, and a hang is told all the same.
    private const double Patience = 3600;

    [Theory]
    [InlineData("sbml-suite/semantic.tar.xz")]
    [InlineData("sbml-suite/stochastic.tar.xz")]
    public void Every_case_passes(string archive)
    {
        IReadOnlyList<SuiteCase> cases = Chosen(SuiteCase.In(SharedArchive.Folder(archive)));
        IReadOnlyList<CaseOutcome> outcomes = SuiteRun.Run(cases, null, TestContext.Current.CancellationToken, Patience);
        Assert.Equal(cases.Count, outcomes.Count);
        Assert.Empty(outcomes.Where(o => o.Verdict != Verdict.Passed).Select(o => $"{o.Case.Name} {o.Verdict}: {o.Why}"));
    }

    private static SuiteCase[] Chosen(IReadOnlyList<SuiteCase> all)
    {
        if (SharedArchive.Long) return [.. all];
        SuiteCase[] order = [.. all];
        new Random(Seed).Shuffle(order);
        return [.. order.Take(all.Count / 10)];
    }
}
