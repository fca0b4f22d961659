using Enteraxis.Studies.Trials;

namespace Enteraxis.Studies.Calibration.Predicted;

/// <summary>Followed people as a row of numbers, as the store of a run's parts keeps them.</summary>
internal static class ScenePacking
{
    internal static double[] Pack(IReadOnlyList<FollowedPerson> people, IReadOnlyList<string> jumps)
    {
        Dictionary<string, int> place = jumps.Select((name, i) => (name, i)).ToDictionary(x => x.name, x => x.i, StringComparer.Ordinal);
        List<double> numbers = [people.Count];
        foreach (FollowedPerson p in people)
        {
            numbers.AddRange([p.Arm, p.LeftDay, p.Values.GetLength(0), p.Values.GetLength(1), p.Jumps.Count]);
            numbers.AddRange(p.Values.Cast<double>());
            foreach ((double day, string jump) in p.Jumps) numbers.AddRange([day, place[jump]]);
        }
        return [.. numbers];
    }

    internal static FollowedPerson[] Unpack(double[] numbers, IReadOnlyList<string> jumps)
    {
        int at = 0;
        FollowedPerson[] people = new FollowedPerson[(int)numbers[at++]];
        for (int i = 0; i < people.Length; i++)
        {
            int arm = (int)numbers[at++];
            double left = numbers[at++];
            double[,] values = new double[(int)numbers[at++], (int)numbers[at++]];
            (double Day, string Jump)[] happened = new (double, string)[(int)numbers[at++]];
            Buffer.BlockCopy(numbers, at * sizeof(double), values, 0, values.Length * sizeof(double));
            at += values.Length;
            for (int j = 0; j < happened.Length; j++, at += 2) happened[j] = (numbers[at], jumps[(int)numbers[at + 1]]);
            people[i] = new FollowedPerson(arm, left, values, happened);
        }
        return people;
    }
}
