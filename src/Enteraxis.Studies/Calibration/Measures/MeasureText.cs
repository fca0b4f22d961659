using System.Globalization;
using Enteraxis.Numerics;
using Enteraxis.Numerics.Text;
using Enteraxis.Studies.Tables;
using Enteraxis.Studies.Trials;
using Enteraxis.Studies.Yaml;

namespace Enteraxis.Studies.Calibration.Measures;

/// <summary>The keys of one measure of a stage file. Every question answers with a value that is fit to be used, or throws the sentence that says what is wrong.</summary>
internal sealed class MeasureText(YamlMap map, TrialFile design, ScienceLibrary library)
{
    private const double Month = 365.25 / 12;

    /// <summary>Refuses any key but those that every measure has and these.</summary>
    internal void AllowOnly(params string[] keys) => map.AllowOnly(["target", "of", "readout", .. keys]);

    internal InputException Fault(string key, string what) => map.Fault(key, what);

    internal string Readout(string key = "readout")
    {
        string readout = map.Required(key);
        library.Readouts.Find(readout);
        return readout;
    }

    /// <summary>Empty for none.</summary>
    internal string Arm(string key = "arm")
    {
        string arm = map.Text(key) ?? "";
        return arm.Length == 0 || design.Arms.Any(a => a.Id == arm) ? arm : throw map.Fault(key, $"'{Echo.Of(arm)}' is no arm of this experiment.");
    }

    internal string NeededControl() => map.Has("arm") && map.Has("control") ? Arm("control") : throw map.Fault("arm", "a ratio needs an arm and a control.");

    internal string NeededJump() => map.Text("jump") ?? throw map.Fault("jump", "residuals need the jump after which they are read.");

    /// <summary>Day of a look, written in months.</summary>
    internal double MonthOr(string key, double days) => map.Number(key) is double months ? months * Month : days;

    /// <summary>From the first look to the last unless the file says otherwise.</summary>
    internal MeasureSpan Span() => new(Readout(), MonthOr("from", 0), MonthOr("to", design.Days), Arm());

    internal TimesToEvent Times() => new(Readout(), MonthOr("every_months", 0), Arm());

    internal double Per() => map.Number("per") ?? 1;

    internal double Level() => map.Number("level") ?? 0;

    /// <summary>Empty for none.</summary>
    internal double[] Days() => [.. map.Words("months").Select(w => Number("months", w) * Month), .. map.Words("days").Select(w => Number("days", w))];

    internal double[] NeededDays() => Days() is { Length: > 0 } days ? days : throw map.Fault("days", $"'{map.Required("of")}' needs days (or months).");

    private double Number(string key, string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double v) && v >= 0 ? v : throw map.Fault(key, $"'{Echo.Of(text)}' is no number of 0 or more.");
}
