using System.Text;

namespace Enteraxis.Fuzz;

/// <summary>Changes an input a little: bytes, pieces moved or doubled, words of the formats, parts of another input.</summary>
internal sealed class Mutation(int seed, IReadOnlyList<byte[]> words)
{
    private const int Longest = 20_000;

    private readonly Random _random = new(seed);

    public byte[] Of(IReadOnlyList<byte[]> corpus)
    {
        List<byte> input = [.. corpus[_random.Next(corpus.Count)]];
        for (int n = 1 << _random.Next(5); n > 0; n--) Once(input, corpus);
        if (input.Count > Longest) input.RemoveRange(Longest, input.Count - Longest);
        return [.. input];
    }

    /// <summary>Words of the seeds: runs of letters, numbers, tags.</summary>
    public static IReadOnlyList<byte[]> WordsOf(IEnumerable<byte[]> seeds) =>
        [.. seeds.SelectMany(s => System.Text.RegularExpressions.Regex.Matches(Encoding.Latin1.GetString(s), @"</?[\w:]+|[\w.:-]+|[^\w\s]{1,2}").Select(m => m.Value)).Concat(["-1", "0", "1e999", "NaN", "inf", "99999999999999999999", "<a>", "&lt;", "\0", "\n", "\t", "((((", "&x;"]).Distinct().Select(Encoding.Latin1.GetBytes)];

    private void Once(List<byte> input, IReadOnlyList<byte[]> corpus)
    {
        int at = _random.Next(input.Count + 1), length = Math.Min(input.Count - at, 1 << _random.Next(10));
        switch (_random.Next(8))
        {
            case 0 when at < input.Count: input[at] ^= (byte)(1 << _random.Next(8)); break;
            case 1 when at < input.Count: input[at] = (byte)_random.Next(256); break;
            case 2: input.RemoveRange(at, length); break;
            case 3: input.InsertRange(at, input.GetRange(at, length)); break;
            case 4 or 5: input.InsertRange(at, words[_random.Next(words.Count)]); break;
            case 6:
                byte[] word = words[_random.Next(words.Count)];
                input.RemoveRange(at, Math.Min(input.Count - at, word.Length));
                input.InsertRange(at, word);
                break;
            case 7:
                byte[] other = corpus[_random.Next(corpus.Count)];
                int from = _random.Next(other.Length + 1);
                input.InsertRange(at, other.AsSpan(from, Math.Min(other.Length - from, 1 << _random.Next(11))).ToArray());
                break;
        }
    }
}
