using System.Globalization;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Studies.Calibration;

/// <summary>
/// What an installation's parameters rest on: the one place that decides what is calibrated and what every page says of it. Three things decide: a parameter's status in
/// models/parameters.tsv, the columns of models/ensemble.tsv, and the hits of models/ensemble_fit.tsv.
/// </summary>
public sealed class CalibrationStanding
{
    private readonly HashSet<string> _together;

    private CalibrationStanding(ScienceLibrary library, IReadOnlyList<TargetStanding> targets)
    {
        ParameterEnsemble ensemble = library.Parameters.Ensemble;
        _together = [.. ensemble.Members.Count == 0 ? [] : ensemble.Names.Select(ParameterEnsemble.Plain)];
        (Members, Targets) = (ensemble.Members.Count, ensemble.Members.Count == 0 ? [] : targets);
        ParameterRow[] uncertain = [.. library.Parameters.Rows.Where(r => !r.Uncertainty.IsNone || _together.Contains(r.Name))];
        int Count(string status) => uncertain.Count(r => StatusOf(r) == status);
        (Uncertain, Literature, Calibrated, Assumed) = (uncertain.Length, Count("literature"), Count("calibrated"), Count("assumed"));
    }

    /// <exception cref="Numerics.InputException">models/ensemble_fit.tsv is faulty.</exception>
    public static CalibrationStanding Of(ScienceLibrary library) => new(library, TargetStanding.Read(Path.Combine(library.Root, "models", "ensemble_fit.tsv")));

    /// <summary>Sets of values of the ensemble; 0 where none is installed.</summary>
    public int Members { get; }

    /// <summary>What the installed ensemble was moved towards, with what it makes of it; empty without an ensemble.</summary>
    public IReadOnlyList<TargetStanding> Targets { get; }

    /// <summary>Parameters whose value is uncertain, and how many of them are of each standing.</summary>
    public int Uncertain { get; }

    public int Literature { get; }

    public int Calibrated { get; }

    public int Assumed { get; }

    /// <summary>Parameters that the ensemble moves, by name.</summary>
    public IReadOnlyCollection<string> Together => _together;

    /// <summary>literature, calibrated or assumed: what an ensemble moves is calibrated whatever its row says.</summary>
    public string StatusOf(ParameterRow row) => _together.Contains(row.Name) ? "calibrated" : row.Status;

    /// <summary>What a page says of its numbers, first of all.</summary>
    public string Sentence
    {
        get
        {
            string ranked = " Levers are not ranked.";
            if (Calibrated == 0 && Assumed > 0) return "Effect sizes are assumptions, not yet calibrated." + ranked;
            string known = string.Create(CultureInfo.InvariantCulture, $"Of {Uncertain:N0} uncertain parameters {Literature:N0} are from the literature and {Calibrated:N0} were calibrated{Jointly()};");
            return Assumed == 0 ? $"{known} none is a mere assumption.{ranked}" : string.Create(CultureInfo.InvariantCulture, $"{known} {Assumed:N0}, most effect sizes of levers among them, are assumptions, not yet calibrated.{ranked}");
        }
    }

    // "together" only where an ensemble says so; hits only where they are recorded.
    private string Jointly() => Members == 0 ? " one by one"
        : string.Create(CultureInfo.InvariantCulture, $", {_together.Count:N0} of them together in {Members:N0} sets{(Targets.Count == 0 ? " whose hits are not recorded" : $" that hit {Targets.Count(t => t.IsHit)} of {Targets.Count} targets")}");
}
