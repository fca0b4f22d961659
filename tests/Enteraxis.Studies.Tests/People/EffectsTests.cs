using Enteraxis.Numerics.Random;
using Enteraxis.Studies.People;

namespace Enteraxis.Studies.Tests.People;

/// <summary>Numbers of made-up twins in two arms, with an effect that is known.</summary>
public sealed class EffectsTests : IDisposable
{
    private const int Sets = 24, PerSet = 12;

    private readonly SmallStudy _study = new();
    private readonly StudyContext _context;
    private readonly Arm[] _arms = [new("as_now", [], null), new("more", ["more"], null)];

    public EffectsTests() => _context = _study.Context();

    public void Dispose() => _study.Dispose();

    /// <param name="now">By person.</param>
    /// <param name="treated">By person.</param>
    private static FutureTable Table(int people, Func<int, double> now, Func<int, double> treated) =>
        new([.. Enumerable.Range(0, people).Select(p => new[] { new[] { 0, now(p), 0, 0, 0 }, [0, treated(p), 0, 0, 0] })]);

    private LeverEffect First(FutureTable futures, FutureTable sets) => new Effects(_context, _arms, futures, sets, PerSet).Of(1)[0];

    [Fact]
    public void Differences_are_taken_within_the_twin()
    {
        // People differ a thousandfold, every lever's difference is exactly −2: pairing leaves no spread.
        FutureTable futures = Table(50, p => 1000 * p, p => 1000 * p - 2), sets = Table(Sets * PerSet, p => 1000 * (p % PerSet), p => 1000 * (p % PerSet) - 2);
        LeverEffect e = First(futures, sets);
        Assert.Equal((-2.0, -2.0, -2.0), (e.Difference, e.PeopleLow, e.PeopleHigh));
        Assert.Equal(-2, e.ParametersLow, 1e-9);
        Assert.Equal(-2, e.ParametersHigh, 1e-9);
        Assert.False(e.CannotTell);
        Assert.Equal(24_500, e.AsNow, 1e-9);
        Assert.Equal(24_498, e.With, 1e-9);
    }

    [Fact]
    public void The_interval_between_people_holds_five_to_ninety_five_percent_of_the_twins()
    {
        FutureTable futures = Table(101, _ => 0, p => p);
        LeverEffect e = First(futures, Table(Sets * PerSet, _ => 0, _ => 50));
        Assert.Equal(5, e.PeopleLow, 1e-9);
        Assert.Equal(95, e.PeopleHigh, 1e-9);
    }

    [Fact]
    public void A_twin_with_a_failed_arm_is_left_out_of_all()
    {
        FutureTable futures = Table(10, p => p, p => p + (p == 3 ? 1000 : 1));
        futures.Rows[3][0][0] = 1;
        futures = new FutureTable(futures.Rows);
        LeverEffect e = First(futures, Table(Sets * PerSet, _ => 0, _ => 1));
        Assert.Equal((1.0, 1.0), (e.Difference, e.PeopleHigh));
        Assert.Equal((1, 9), (futures.Failures, futures.Complete.Count));
    }

    [Fact]
    public void Without_a_second_draw_of_the_parameters_the_interval_is_open()
    {
        LeverEffect e = First(Table(10, _ => 0, p => 5 + p), new FutureTable([]));
        Assert.Equal((double.NegativeInfinity, double.PositiveInfinity, true), (e.ParametersLow, e.ParametersHigh, e.CannotTell));
    }

    /// <summary>
    /// Parameters move the mean effect by a normal law; people and chance add theirs. A further draw of the parameters must have its mean effect in
    /// the interval about nine times in ten.
    /// </summary>
    [Theory]
    [InlineData(0.5, 0.3, 0.5, 0.86)]
    [InlineData(1, 1, 0.2, 0.86)]
    [InlineData(0.5, 1, 2, 0.78)] // chance moves a set's mean more than the parameters do: the variance between sets is then poorly known
    [InlineData(0, 1, 1, 0.86)]
    public void The_parameter_interval_covers_a_further_draw_about_nine_times_in_ten(double setSd, double personSd, double chanceSd, double atLeast)
    {
        const int repeats = 400;
        int held = 0;
        for (ulong seed = 1; seed <= repeats; seed++)
        {
            KeyedStream stream = new(seed, 1, 1);
            double Set(int k) => -1 + setSd * stream.Normal((ulong)k, 1);
            double Person(int p) => personSd * stream.Normal((ulong)p, 2);
            double Chance(int i) => chanceSd * stream.Normal((ulong)i, 3);
            // Twins have each their own draw of the parameters; the sets meet the first people again.
            FutureTable futures = Table(200, _ => 0, p => Set(1000 + p) + Person(p) + Chance(p));
            FutureTable sets = Table(Sets * PerSet, _ => 0, i => Set(i / PerSet) + Person(i % PerSet) + Chance(10_000 + i));
            LeverEffect e = First(futures, sets);
            double further = Set(5000);
            if (further >= e.ParametersLow && further <= e.ParametersHigh) held++;
        }
        Assert.InRange(held / (double)repeats, atLeast, 0.98);
    }

    [Fact]
    public void A_lever_without_effect_is_called_so_nine_times_in_ten()
    {
        int told = 0;
        for (ulong seed = 1; seed <= 400; seed++)
        {
            KeyedStream stream = new(seed, 2, 1);
            LeverEffect e = First(Table(200, _ => 0, p => stream.Normal((ulong)p, 1)), Table(Sets * PerSet, _ => 0, i => stream.Normal((ulong)i, 2)));
            if (!e.CannotTell) told++;
        }
        Assert.InRange(told / 400.0, 0, 0.15);
    }
}
