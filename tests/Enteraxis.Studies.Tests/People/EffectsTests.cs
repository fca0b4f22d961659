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

    private LeverEffect First(FutureTable futures, FutureTable sets) => new Effects(_context, _arms, futures, sets, PerSet, 1, [], []).Of(1)[0];

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

    [Theory]
    [InlineData(0, 2)]
    [InlineData(1, 2)]
    [InlineData(3, 1)]
    public void What_the_parameters_add_to_the_twins_is_no_difference_between_people(double setSd, double personSd)
    {
        double[] widths = new double[100];
        for (ulong seed = 1; seed <= 100; seed++)
        {
            KeyedStream stream = new(seed, 3, 1);
            double Set(int k) => setSd * stream.Normal((ulong)k, 1);
            double Person(int p) => personSd * stream.Normal((ulong)p, 2);
            LeverEffect e = First(Table(200, _ => 0, p => 5 + Set(1000 + p) + Person(p)), Table(Sets * PerSet, _ => 0, i => 5 + Set(i / PerSet) + Person(i % PerSet)));
            widths[seed - 1] = e.PeopleHigh - e.PeopleLow;
        }
        // From the 5 to the 95 % point of the normal law.
        Assert.Equal(2 * 1.645 * personSd, widths.Average(), 0.06 * 2 * 1.645 * personSd);
    }

    [Fact]
    public void Twins_who_do_not_change_stay_at_nothing()
    {
        KeyedStream stream = new(1, 5, 1);
        LeverEffect e = First(Table(200, _ => 0, p => p % 25 == 0 ? 1 : 0), Table(Sets * PerSet, _ => 0, i => stream.Normal((ulong)(i / PerSet), 1)));
        Assert.Equal((0.0, 0.0), (e.PeopleLow, e.PeopleHigh));
    }

    [Fact]
    public void Twins_of_one_past_tell_no_more_of_the_mean_than_one()
    {
        // 200 twins of 20 pasts, ten of each, whose future is nearly their past's: the error of the mean is that of 20.
        double[] spread = new double[200], told = new double[200];
        for (ulong seed = 1; seed <= 200; seed++)
        {
            KeyedStream stream = new(seed, 4, 1);
            FutureTable twins = new(Table(200, _ => 0, p => stream.Normal((ulong)(p / 10), 1) + 0.1 * stream.Normal((ulong)p, 2)).Rows, [.. Enumerable.Range(0, 200).Select(p => (ulong)(p / 10))]);
            double[] values = twins.Column(1, 1);
            (spread[seed - 1], told[seed - 1]) = (values.Average(), twins.ErrorOfMean(values));
        }
        Assert.Equal(Math.Sqrt(spread.Average(m => m * m)), told.Average(), 0.03);
        // A past of their own each: the usual standard error.
        double[] apart = [.. Enumerable.Range(0, 50).Select(i => (double)(i * i % 17))];
        Assert.Equal(Enteraxis.Numerics.Summaries.Moments.StandardDeviation(apart) / Math.Sqrt(50), Table(50, _ => 0, p => apart[p]).ErrorOfMean(apart), 1e-12);
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
