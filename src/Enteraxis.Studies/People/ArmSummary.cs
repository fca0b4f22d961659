using Enteraxis.Simulation;

namespace Enteraxis.Studies.People;

/// <summary>Turns a course into the numbers that are kept: read-outs, monthly fans, means of arrows in year two, acids.</summary>
public sealed class ArmSummary
{
    private readonly StudyContext _context;
    private readonly string[] _arrows;
    private readonly int[] _fanRows;

    public ArmSummary(StudyContext context, IReadOnlyList<string> arrows)
    {
        (_context, _arrows) = (context, [.. arrows]);
        List<double> times = [];
        for (double t = 0; t < context.Horizon - 1e-9; t += context.Study.FreezeEveryDays) times.Add(context.Now + t);
        times.Add(context.End);
        Times = times;
        int months = Math.Max(2, (int)Math.Round(context.Horizon / 30.4));
        _fanRows = [.. Enumerable.Range(0, months + 1).Select(m => (int)Math.Round((times.Count - 1) * (double)m / months)).Distinct()];
        Measures = [.. context.Study.Readouts.Select(r => (r.Readout, r.Over)), .. context.Study.Headlines.Select(h => (h.Readout, h.Over)), .. context.Study.Acids.Select(a => (a.Readout, Over.Mean))];
        Width = 1 + Measures.Count + context.Study.Fans.Count * _fanRows.Length + _arrows.Length;
    }

    /// <summary>Days of the model at which courses are recorded.</summary>
    public IReadOnlyList<double> Times { get; }

    /// <summary>Read-outs of the study, then of the headlines, then acids.</summary>
    public IReadOnlyList<(string Readout, Over Over)> Measures { get; }

    /// <summary>Numbers of one course: failed, measures, fans, arrows.</summary>
    public int Width { get; }

    public IReadOnlyList<double> FanDays => [.. _fanRows.Select(r => Times[r] - _context.Now)];

    public IReadOnlyList<string> Arrows => _arrows;

    public static int MeasureAt(int measure) => 1 + measure;

    public int FanAt(int fan, int day) => 1 + Measures.Count + fan * _fanRows.Length + day;

    public int ArrowAt(int arrow) => 1 + Measures.Count + _context.Study.Fans.Count * _fanRows.Length + arrow;

    public void Write(Course course, Span<double> row)
    {
        row.Fill(double.NaN);
        row[0] = course.Failure is null ? 0 : 1;
        if (course.Failure is not null) return;
        for (int m = 0; m < Measures.Count; m++) row[MeasureAt(m)] = Measure(course, _context.Axis.Column(Measures[m].Readout), Measures[m].Over);
        for (int f = 0; f < _context.Study.Fans.Count; f++)
        {
            FanRequest fan = _context.Study.Fans[f];
            int c = _context.Axis.Column(fan.Readout);
            double origin = fan.Over == Over.Change ? course.Values[0, c] : 0;
            for (int d = 0; d < _fanRows.Length; d++) row[FanAt(f, d)] = course.Values[_fanRows[d], c] - origin;
        }
        for (int a = 0; a < _arrows.Length; a++) row[ArrowAt(a)] = Measure(course, _context.Axis.Column(_arrows[a]), Over.YearTwoMean);
    }

    /// <summary>A course as one number.</summary>
    public double Measure(Course course, int column, Over over)
    {
        int last = Times.Count - 1;
        if (over == Over.Change) return course.Values[last, column] - course.Values[0, column];
        if (over == Over.End) return course.Values[last, column];
        return CourseMean.Of(Times, i => course.Values[i, column], over == Over.YearTwoMean ? _context.End - 365 : _context.Now);
    }
}
