using Enteraxis.Numerics.Tables;

namespace Enteraxis.Studies.Trials;

/// <summary>One published comparison of a trial, as evidence/published_trials.tsv has it. Read by the scoreboard and by nothing else.</summary>
/// <param name="Published">A ratio, or the difference of two arms (treated less control); NaN where the paper gives no number.</param>
/// <param name="Low">Of the published interval; NaN where none was given.</param>
/// <param name="Treated">What the arm itself showed; NaN where not given.</param>
/// <param name="Scored">False where a prediction is shown and not counted, with the reason in <paramref name="Scoring"/>.</param>
public sealed record PublishedTrial(string Id, string Trial, string Contrast, string Endpoint, double Published, double Low, double High, double Treated, double Control, string Unit, bool Scored, string Scoring, string Source, string Doi, string Status)
{
    /// <summary>The number on the scale of an estimator: the logarithm of a ratio, or the difference itself.</summary>
    public double OnScale(bool ratio) => ratio ? Math.Log(Published) : Published;

    /// <exception cref="Numerics.InputException">The table is missing or faulty.</exception>
    public static IReadOnlyList<PublishedTrial> Read(string path)
    {
        TsvTable t = TsvTable.Read(path, "id", "trial", "contrast", "endpoint", "published", "low", "high", "unit", "treated", "control", "scored", "source", "doi", "status");
        return [.. t.Rows.Select(r => new PublishedTrial(r.Required("id"), r.Required("trial"), r["contrast"], r["endpoint"], Number(r, "published"), Number(r, "low"), Number(r, "high"), Number(r, "treated"), Number(r, "control"),
            r["unit"], r["scored"] == "yes", r.Required("scored"), r["source"], r["doi"], r["status"]))];
    }

    private static double Number(TsvRow r, string column) => r.Optional(column) ?? double.NaN;
}
