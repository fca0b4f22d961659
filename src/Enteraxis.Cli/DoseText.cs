using System.Globalization;
using System.Text.RegularExpressions;
using Enteraxis.Numerics;
using Enteraxis.Simulation;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Cli;

/// <summary>Reads one dose as a person types it: "NAME 500 mg at 0 h", with an optional "every 12 h".</summary>
internal static partial class DoseText
{
    private const int MostDoses = 100_000;

    public static IEnumerable<ScheduledChange> Parse(string text, DoseTable doses, double endDays)
    {
        Match m = Pattern().Match(text.Trim());
        if (!m.Success)
            throw new InputException($"--dose: '{text}' was not understood; write a name, an amount with its unit and a time, for example \"{doses.Rows[0].Id} 500 {doses.Rows[0].Unit} at 8 h every 12 h\".");
        if (!double.TryParse(m.Groups["amount"].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double amount) || !double.IsFinite(amount))
            throw new InputException($"--dose: '{m.Groups["amount"].Value}' in '{text}' is no number.");
        DoseRow row = doses.Find(m.Groups["name"].Value, m.Groups["unit"].Value);
        double at = DurationText.ParseDays(m.Groups["at"].Value, "--dose");
        double every = m.Groups["every"].Success ? DurationText.ParseDays(m.Groups["every"].Value, "--dose") : double.PositiveInfinity;
        if (every <= 0) throw new InputException($"--dose: '{text}' repeats without a pause; write a longer time after every.");
        // A dose that never comes would be left out in silence; very many would never end.
        if (at > endDays) throw new InputException($"--dose: '{text}' begins after the end of the run; write an earlier time or a later --end.");
        if ((endDays - at) / every > MostDoses) throw new InputException($"--dose: '{text}' comes more than {MostDoses} times before the end; write a longer time after every.");
        for (int i = 0; i == 0 || at + i * every <= endDays; i++)
        {
            yield return new ScheduledChange(at + (i == 0 ? 0 : i * every), row.Target, ChangeKind.Add, amount * row.PerUnit);
            if (double.IsInfinity(every)) yield break;
        }
    }

    [GeneratedRegex(@"^(?<name>\w+)\s+(?<amount>[0-9.eE+]+)\s*(?<unit>[^\s\d]\S*)\s+at\s+(?<at>[0-9.]+\s*[a-z]*)(\s+every\s+(?<every>[0-9.]+\s*[a-z]*))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
