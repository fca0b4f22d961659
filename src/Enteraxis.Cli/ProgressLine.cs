using System.Diagnostics;
using System.Globalization;
using Enteraxis.Studies.People;

namespace Enteraxis.Cli;

/// <summary>One line on the error stream with the phase, the share done and an estimate of the time left; quiet where the stream is no terminal.</summary>
internal sealed class ProgressLine : IProgress<StudyProgress>
{
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly Lock _gate = new();
    private double _lastPrintedSeconds = -1;
    private string _lastPhase = "";

    public static T While<T>(Func<IProgress<StudyProgress>, T> work)
    {
        ProgressLine line = new();
        try
        {
            return work(line);
        }
        finally
        {
            if (!Console.IsErrorRedirected) Console.Error.Write("\r" + Fitted("") + "\r");
        }
    }

    public void Report(StudyProgress value)
    {
        lock (_gate)
        {
            double seconds = _clock.Elapsed.TotalSeconds;
            if (Console.IsErrorRedirected)
            {
                if (value.Phase != _lastPhase) Console.Error.WriteLine(value.Phase + " …");
                _lastPhase = value.Phase;
                return;
            }
            if (seconds - _lastPrintedSeconds < 0.2) return;
            _lastPrintedSeconds = seconds;
            string left = value.Fraction > 0.02 ? Span(seconds / value.Fraction - seconds) + " left" : "";
            int filled = (int)(20 * Math.Clamp(value.Fraction, 0, 1));
            Console.Error.Write("\r" + Fitted(string.Create(CultureInfo.InvariantCulture, $"[{new string('#', filled)}{new string('.', 20 - filled)}] {100 * value.Fraction,3:F0} %  {value.Phase}  {left}")));
        }
    }

    // A line that reaches the edge wraps, and \r then leaves its upper half standing.
    private static string Fitted(string line)
    {
        int width = Console.WindowWidth > 1 ? Math.Min(79, Console.WindowWidth - 1) : 79;
        return line.Length > width ? line[..width] : line.PadRight(width);
    }

    private static string Span(double seconds) =>
        seconds < 90 ? string.Create(CultureInfo.InvariantCulture, $"about {Math.Max(1, seconds):F0} s") : string.Create(CultureInfo.InvariantCulture, $"about {seconds / 60:F0} min");
}
