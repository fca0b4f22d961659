using Enteraxis.Modelling.Antimony.Syntax;

namespace Enteraxis.Modelling.Antimony;

internal sealed partial class Parser
{
    private static readonly HashSet<string> EventOptions = new(StringComparer.Ordinal) { "t0", "priority", "persistent", "fromTrigger" };

    /// <summary>"at [delay after] trigger, t0=true, priority=2: a = 1, b = 2".</summary>
    private EventStatement Event(string name, Token first)
    {
        _position++;
        Formula trigger = Formula();
        Formula? delay = null;
        if (AtWord("after"))
        {
            _position++;
            delay = trigger;
            trigger = Formula();
        }
        Dictionary<string, Formula> options = new(StringComparer.Ordinal);
        while (Accept(","))
        {
            Token option = Peek;
            string key = Name("an option of the event");
            if (!EventOptions.Contains(key)) throw Fault(option, $"'{key}' is no option of an event; there are t0, priority, persistent and fromTrigger.");
            Expect("=", $"after {key}");
            options[key] = Formula();
        }
        Expect(":", "before the event's assignments");
        List<(string, Formula)> assignments = [];
        while (!AtEnd)
        {
            string target = Path("a name to assign");
            Expect("=", $"after {target}");
            assignments.Add((target, Formula()));
            if (!Accept(",")) break;
        }
        return new EventStatement(name, trigger, delay, options, assignments, first.At);
    }
}
