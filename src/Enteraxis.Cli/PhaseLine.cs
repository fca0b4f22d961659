namespace Enteraxis.Cli;

/// <summary>Says what is being done where it takes more than two seconds and nobody knows how long it will: the phase and the seconds so far, on the error stream.</summary>
internal sealed class PhaseLine : IDisposable
{
    private const int FirstSeconds = 2;
    private readonly Timer _timer;
    private readonly Lock _gate = new();
    private string _phase, _said = "";
    private int _seconds = FirstSeconds - 1;
    private bool _drawn, _over;

    public PhaseLine(string phase)
    {
        _phase = phase;
        _timer = new Timer(_ => Tick(), null, TimeSpan.FromSeconds(FirstSeconds), TimeSpan.FromSeconds(1));
    }

    public void Phase(string phase)
    {
        lock (_gate) _phase = phase;
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _over = true;
            if (_drawn) Console.Error.Write("\r" + new string(' ', 78) + "\r");
        }
        _timer.Dispose();
    }

    private void Tick()
    {
        lock (_gate)
        {
            if (_over) return;
            _seconds++;
            if (Console.IsErrorRedirected)
            {
                if (_phase != _said) Console.Error.WriteLine(PlainLine.Of(_phase + " …"));
                _said = _phase;
                return;
            }
            string line = PlainLine.Of(FormattableString.Invariant($"{_phase} … {_seconds} s"));
            Console.Error.Write("\r" + (line.Length > 78 ? line[..78] : line.PadRight(78)));
            _drawn = true;
        }
    }
}
