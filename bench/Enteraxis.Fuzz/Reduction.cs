using System.Globalization;
using Enteraxis.Numerics;

namespace Enteraxis.Fuzz;

/// <summary>Of a corpus that grew in campaigns, the inputs that together still take every branch, shortest first: what is worth committing.</summary>
internal static class Reduction
{
    public static int Run(CampaignOptions options)
    {
        Action<byte[]> target = Targets.All[options.Reader];
        byte[][] all = [.. Directory.EnumerateFiles(options.Corpus).Order(StringComparer.Ordinal).Select(File.ReadAllBytes).OrderBy(b => b.Length)];
        Coverage coverage = new();
        int kept = 0;
        foreach (byte[] input in all)
        {
            Coverage.Begin();
            try
            {
                target(input);
            }
            catch (InputException)
            {
            }
            if (coverage.Adds(counts: false)) File.WriteAllBytes(Path.Combine(options.Out, string.Create(CultureInfo.InvariantCulture, $"{++kept:D4}")), input);
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{options.Reader}: {kept} of {all.Length} inputs take all {coverage.Branches} branches"));
        return 0;
    }
}
