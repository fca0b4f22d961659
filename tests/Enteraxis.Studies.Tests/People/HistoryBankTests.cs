using Enteraxis.Studies.People;

namespace Enteraxis.Studies.Tests.People;

public sealed class HistoryBankTests : IDisposable
{
    private readonly SmallStudy _study = new();

    public void Dispose() => _study.Dispose();

    [Fact]
    public void A_past_is_matched_by_what_happened_in_its_last_two_years_and_not_in_the_run_in()
    {
        StudyContext context = _study.Context();
        IReadOnlyList<History> bank = new HistoryBank(context).Simulate(CancellationToken.None);
        int events = context.Axis.ParameterNames.ToList().IndexOf("events");
        Assert.Equal(160, bank.Count);
        Assert.DoesNotContain(bank, h => h.Failed);
        Assert.All(bank, h => Assert.InRange(h.Matches[0], 0, h.Parameters[events]));
        // 60 of 790 days are the run-in: of a hundred events about eight fall there.
        double all = bank.Sum(h => h.Parameters[events]), recent = bank.Sum(h => h.Matches[0]);
        Assert.InRange(recent / all, 0.85, 0.98);
    }

    [Fact]
    public void Pasts_of_one_seed_are_the_same_and_each_has_its_own_draw()
    {
        IReadOnlyList<History> one = new HistoryBank(_study.Context("a")).Simulate(CancellationToken.None), two = new HistoryBank(_study.Context("b")).Simulate(CancellationToken.None);
        Assert.Equal(one.Select(h => h.States[0]), two.Select(h => h.States[0]));
        Assert.Equal(160, one.Select(h => h.States[0]).Distinct().Count());
        Assert.Equal(160, one.Select(h => h.Person).Distinct().Count());
    }

    [Fact]
    public void A_part_of_another_shape_is_refused()
    {
        StudyContext context = _study.Context();
        context.Chunks.Write("bank-00000", [1, 2, 3]);
        Assert.Contains("does not fit the study", Installation.Fault(() => new HistoryBank(context).Simulate(CancellationToken.None)), StringComparison.Ordinal);
    }
}
