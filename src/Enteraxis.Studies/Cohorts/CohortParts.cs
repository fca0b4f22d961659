using Enteraxis.Numerics;

namespace Enteraxis.Studies.Cohorts;

/// <summary>People of a cohort as rows of numbers, as the store of a run's parts keeps them.</summary>
internal static class CohortParts
{
    internal static double[] Pack(IReadOnlyList<CohortMember> people)
    {
        List<double> numbers = [];
        foreach (CohortMember p in people)
        {
            numbers.Add(p.Number);
            numbers.Add(p.Preset);
            numbers.AddRange(p.Traits);
            foreach (CohortCourse c in p.Courses)
            {
                numbers.Add(c.Failed ? 1 : 0);
                if (c.Failed) continue;
                numbers.AddRange(c.Values.Cast<double>());
                numbers.Add(c.Events.Count);
                foreach (WrittenEvent e in c.Events) numbers.AddRange([e.Day, e.Kind, e.Size, e.System]);
            }
        }
        return [.. numbers];
    }

    /// <exception cref="InputException">The numbers are not of this study.</exception>
    internal static IReadOnlyList<CohortMember> Unpack(double[] numbers, int people, int arms, int traits, int visits, int readouts)
    {
        CohortMember[] members = new CohortMember[people];
        int at = 0;
        for (int i = 0; i < people; i++)
        {
            int number = Whole(Next()), preset = Whole(Next());
            double[] who = Take(traits);
            CohortCourse[] courses = new CohortCourse[arms];
            for (int a = 0; a < arms; a++)
            {
                if (Next() != 0)
                {
                    courses[a] = new CohortCourse(a, true, new double[0, 0], []);
                    continue;
                }
                double[,] values = new double[visits, readouts];
                Buffer.BlockCopy(Take(visits * readouts), 0, values, 0, visits * readouts * sizeof(double));
                WrittenEvent[] events = new WrittenEvent[Whole(Next())];
                for (int e = 0; e < events.Length; e++) events[e] = new WrittenEvent(Next(), Whole(Next()), Next(), Next());
                courses[a] = new CohortCourse(a, false, values, events);
            }
            members[i] = new CohortMember(number, preset, who, courses);
        }
        return at == numbers.Length ? members : throw Misfit();

        double Next() => at < numbers.Length ? numbers[at++] : throw Misfit();
        double[] Take(int count)
        {
            if (at + count > numbers.Length) throw Misfit();
            at += count;
            return numbers[(at - count)..at];
        }
    }

    private static int Whole(double x) => x is >= 0 and < 1e9 ? (int)x : throw Misfit();

    private static InputException Misfit() => new("A part of the run's folder does not fit the study; remove the folder and start anew.");
}
