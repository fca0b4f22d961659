using Enteraxis.Simulation;
using Enteraxis.Studies.People;

namespace Enteraxis.Studies.Tests.People;

/// <summary>Courses made up from formulas of time, turned into the numbers that are kept.</summary>
public sealed class ArmSummaryTests : IDisposable
{
    private readonly SmallStudy _study = new();
    private readonly StudyContext _context;
    private readonly ArmSummary _summary;

    public ArmSummaryTests()
    {
        _context = _study.Context();
        _summary = new ArmSummary(_context, ["arrow_feeds", "arrow_calms"]);
    }

    public void Dispose() => _study.Dispose();

    /// <param name="value">By observable and days since today.</param>
    private double[] Row(Func<string, double, double> value)
    {
        double[,] values = new double[_summary.Times.Count, _context.Axis.Observables.Count];
        for (int i = 0; i < _summary.Times.Count; i++)
            for (int c = 0; c < _context.Axis.Observables.Count; c++) values[i, c] = value(_context.Axis.Observables[c], _summary.Times[i] - _context.Now);
        PersonRun run = new() { Seed = 1, Person = 1, End = 1, OutputTimes = [1] };
        Course made = _context.Axis.Simulator.Run(run) with { Values = values };
        double[] row = new double[_summary.Width];
        _summary.Write(made, row);
        return row;
    }

    [Fact]
    public void Courses_are_recorded_from_today_to_the_last_day()
    {
        Assert.Equal((_context.Now, _context.End), (_summary.Times[0], _summary.Times[^1]));
        Assert.Equal(730, _context.Horizon);
        Assert.All(_summary.Times.Zip(_summary.Times.Skip(1)), p => Assert.InRange(p.Second - p.First, 1e-6, _study.Study.FreezeEveryDays));
    }

    [Fact]
    public void Change_is_last_minus_first_and_end_is_last()
    {
        double[] row = Row((name, day) => name == "events" ? 3 + day / 365 : name == "score" ? 1 + day : 0);
        Assert.Equal(2, row[ArmSummary.MeasureAt(0)], 1e-12);
        Assert.Equal(731, row[ArmSummary.MeasureAt(2)], 1e-9);
    }

    [Fact]
    public void The_mean_of_year_two_leaves_out_year_one()
    {
        double[] row = Row((name, day) => name is "score" or "arrow_feeds" ? (day >= 364 ? 10 : 1000) : 0);
        Assert.Equal(10, row[ArmSummary.MeasureAt(1)], 1e-12);
        Assert.Equal(10, row[_summary.ArrowAt(0)], 1e-12);
        Assert.Equal(0, row[_summary.ArrowAt(1)], 1e-12);
        // A straight line: the mean of year two is its value in the middle of year two, whatever the days of recording.
        Assert.Equal(547.5, Row((_, day) => day)[ArmSummary.MeasureAt(1)], 1e-9);
    }

    [Fact]
    public void The_mean_takes_in_every_day_alike() => Assert.Equal(365, Row((_, day) => day)[ArmSummary.MeasureAt(3)], 1e-9);

    [Fact]
    public void A_fan_holds_the_course_from_today_to_the_last_day_about_monthly()
    {
        double[] row = Row((name, day) => name == "score" ? day : -1);
        IReadOnlyList<double> days = _summary.FanDays;
        Assert.Equal((0.0, 730.0), (days[0], days[^1]));
        for (int d = 0; d < days.Count; d++) Assert.Equal(days[d], row[_summary.FanAt(0, d)], 1e-9);
        Assert.All(days.Zip(days.Skip(1)), p => Assert.InRange(p.Second - p.First, 14, 46));
    }

    [Fact]
    public void No_two_numbers_share_a_place_and_every_place_is_used()
    {
        int[] places = [0, .. Enumerable.Range(0, _summary.Measures.Count).Select(ArmSummary.MeasureAt), .. Enumerable.Range(0, _summary.FanDays.Count).Select(d => _summary.FanAt(0, d)),
            _summary.ArrowAt(0), _summary.ArrowAt(1)];
        Assert.Equal(Enumerable.Range(0, _summary.Width), places.Order());
        Assert.DoesNotContain(Row((_, day) => day), double.IsNaN);
    }

    [Fact]
    public void A_failed_course_is_counted_and_gives_no_number()
    {
        double[] row = new double[_summary.Width];
        _summary.Write(_context.Axis.Simulator.Run(new PersonRun { Seed = 1, Person = 1, End = 1, OutputTimes = [1] }) with { Failure = "broken" }, row);
        Assert.Equal(1, row[0]);
        Assert.All(row.Skip(1), x => Assert.True(double.IsNaN(x)));
    }
}
