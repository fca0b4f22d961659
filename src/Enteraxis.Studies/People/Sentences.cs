namespace Enteraxis.Studies.People;

/// <summary>Every text that a reader may take for advice.</summary>
public static class Sentences
{
    public static IEnumerable<string> Of(PersonStudyResult r) =>
        [r.PersonLine, r.SampleLine, r.CalibrationSentence, .. r.Forecasts.SelectMany(f => f.Sources.ByReading.Select(d => d.Label)), .. r.Notices, .. r.DrawnTraits.SelectMany(d => new[] { d.Label, d.Why }), .. r.Alerts.SelectMany(a => new[] { a.Title, a.Reason }),
            .. r.Headlines.SelectMany(h => new[] { h.Label, h.Value, h.Interval, h.Note }), .. r.Fans.SelectMany(f => new[] { f.TitleFinding, f.Subtitle, f.ComparisonLabel ?? "" }),
            .. r.Levers.SelectMany(l => new[] { l.Label, l.EvidenceText, l.Harms }), .. r.Levers.SelectMany(l => l.Chain.Select(c => c.Label)),
            .. r.Profile.Taxa.Select(t => t.WhatIsKnown), .. r.Profile.Unmapped.Select(u => u.WentTo), .. r.Profile.ImportNotes, r.Profile.ReferenceLine];

    /// <summary>Those of a study file, so that a bad one is refused before anything is simulated.</summary>
    public static IEnumerable<string> Of(StudyFile s) =>
        [s.Title, s.PersonLine, .. s.Notices, .. s.Readouts.Select(r => r.Label), .. s.Headlines.SelectMany(h => new[] { h.Label, h.Note }), .. s.Acids.Select(a => a.Acid),
            .. s.Fans.SelectMany(f => new[] { f.Title, f.Subtitle }), .. s.Levers.SelectMany(l => new[] { l.Label, l.Harms, l.EvidenceText, l.NotFor }),
            .. s.Combination is { } c ? new[] { c.Label, c.Harms, c.EvidenceText } : []];
}
