using System.Diagnostics;
using System.Globalization;
using Enteraxis.Studies.GenomeScale;

namespace Enteraxis.Studies.Tests.GenomeScale;

/// <summary>Somebody else's reading of the same files and somebody else's solver: Python's XML, SciPy's HiGHS.</summary>
public sealed class IndependentSolverTests
{
    private const string Python = "/usr/bin/python3";

    [Theory]
    [InlineData(0.9)]
    [InlineData(0.5)]
    public void HiGHS_finds_the_same_growth_medium_and_ranges(double fraction)
    {
        Need();
        CancellationToken stop = TestContext.Current.CancellationToken;
        using CommunityProgram program = new(Textbook.Members(), Textbook.Diet);
        CommunitySolution s = CooperativeTradeOff.Solve(program, fraction, stop);
        double[] least = MinimalMedium.LeastTotal(program, s, stop);
        IReadOnlyList<ExchangeRange> ranges = ExchangeRanges.Of(program, s, null, stop);
        string[] lines = Run(Textbook.Folder, Path.Combine(Textbook.Folder, "diet.tsv"), Pairs(program, m => program.Members[m].Share), Pairs(program, m => s.Growth[m]), fraction.ToString("R", CultureInfo.InvariantCulture));
        Assert.Equal(Number(lines[0]), s.LargestGrowth, 1e-7);
        double square = program.Members.Select((m, i) => m.Share * s.Growth[i] * s.Growth[i]).Sum();
        Assert.Equal(Number(lines[1]), square, 1e-6 * square);
        Assert.Equal(Number(lines[2]), least.Sum(), 1e-6 * least.Sum());
        Assert.Equal(ranges.Count, lines.Length - 3);
        foreach (ExchangeRange r in ranges)
        {
            string[] theirs = lines.Single(l => l.StartsWith(r.Exchange + " ", StringComparison.Ordinal)).Split(' ');
            Assert.Equal(Number(theirs[1]), r.Least, 1e-4);
            Assert.Equal(Number(theirs[2]), r.Most, 1e-4);
        }
    }

    private static string Pairs(CommunityProgram program, Func<int, double> value) => string.Join(',', program.Members.Select((m, i) => string.Create(CultureInfo.InvariantCulture, $"{m.Model.Taxon}={value(i):R}")));

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static void Need()
    {
        if (!File.Exists(Python) || Start(["-c", "import scipy.optimize"]).Code != 0) Assert.Skip($"{Python} with scipy (Debian: python3-scipy) is not here.");
    }

    private static string[] Run(params string[] arguments)
    {
        (int code, string text, string faults) = Start([Installation.PathOf("tests", "Enteraxis.Studies.Tests", "GenomeScale", "community.py"), .. arguments]);
        Assert.True(code == 0, faults);
        return text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static (int Code, string Text, string Faults) Start(string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(Python, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> faults = process.StandardError.ReadToEndAsync();
        string text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, text, faults.Result);
    }
}
