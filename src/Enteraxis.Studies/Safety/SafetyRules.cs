using Enteraxis.Studies.People;

namespace Enteraxis.Studies.Safety;

/// <summary>Which alerts a page bears. "Stop and check" stands before "Ask first"; within a word the table's order holds.</summary>
public static class SafetyRules
{
    public static IReadOnlyList<Alert> Fire(IReadOnlyList<SafetyRow> rows, SafetyScope scope) =>
        [.. rows.Where(r => r.When.IsTrue(scope)).Select((r, i) => (r, i)).OrderBy(x => x.r.Word == "Stop and check" ? 0 : 1).ThenBy(x => x.i)
            .Select(x => new Alert(x.r.Id, x.r.Word, x.r.Title, x.r.Reason, x.r.Evidence))];
}
