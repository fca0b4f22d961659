namespace Enteraxis.Studies.People;

/// <summary>One future of every twin. Arm 0 is "as now"; the combination, where there is one, is the last.</summary>
/// <param name="Lever">Null for "as now" and for the combination.</param>
public sealed record Arm(string Id, IReadOnlyList<string> Interventions, Lever? Lever)
{
    public static IReadOnlyList<Arm> Of(StudyFile study, IReadOnlyList<Lever> levers)
    {
        List<Arm> arms = [new("as_now", [], null), .. levers.Select(l => new Arm(l.Id, l.Interventions, l))];
        if (study.Combination is { } c && levers.Count(l => !l.ResearchOnly) > 1)
            arms.Add(new Arm(c.Id, [.. levers.Where(l => !l.ResearchOnly).SelectMany(l => l.Interventions).Distinct()], null));
        return arms;
    }
}
