using Enteraxis.Axis.Tests.Gut;
using Enteraxis.Modelling.Antimony;
using Enteraxis.Modelling.Compilation;
using Enteraxis.Modelling.Models;

namespace Enteraxis.Axis.Tests.Outcome;

/// <summary>The EDSS from functional systems and walking against the published steps, told a second time by counting systems.</summary>
public sealed class EdssTests
{
    private static readonly string[] Systems = ["pyramidal", "cerebellar", "brainstem", "sensory", "bowel_bladder", "visual", "cerebral"];
    private static readonly int[] Tops = [6, 5, 5, 6, 6, 6, 5];
    private static readonly double[] Metres = [5000, 500, 499, 300, 299, 200, 199, 100, 99, 20, 19, 5, 4.9, 1, 0.9, 0.3, 0.2, 0.1, 0.05, 0.03, 0.02, 0.01, 0.005];
    private static readonly double[] ByMetres = [0, 0, 4.5, 4.5, 5, 5, 5.5, 5.5, 6, 6, 6.5, 6.5, 7, 7, 7.5, 7.5, 8, 8, 8.5, 8.5, 9, 9, 9.5];

    // The module with its inputs as numbers that a test sets.
    private static readonly Model Score = AntimonyReader.ReadText(File.ReadAllText(Path.Combine(PartRun.Root, "models", "outcome", "edss.ant")) + $"""

        model Alone()
          {string.Join("; ", Systems.Select(s => s + " = 0"))}; walking_metres = 0
          score: Edss({string.Join(", ", Systems)}, walking_metres, {string.Join(", ", Systems.Select(s => "grade_" + s))}, aid, edss)
          score.one_metre = 1
        end
        """, "edss.ant", new ReadOptions { ModelName = "Alone" });

    [Theory]
    [InlineData(0, "0 0 0 0 0 0 0")]
    [InlineData(0, "0 0 0 0 0 0 1")]
    [InlineData(1, "1 0 0 0 0 0 1")]
    [InlineData(1.5, "1 0 0 1 0 0 0")]
    [InlineData(2, "2 1 0 1 0 0 0")]
    [InlineData(2, "0 0 0 0 0 3 0")]
    [InlineData(2.5, "2 2 1 0 0 0 0")]
    [InlineData(3, "3 1 0 0 0 0 0")]
    [InlineData(3, "2 2 2 2 0 0 0")]
    [InlineData(3, "0 0 0 0 4 0 0")]
    [InlineData(3.5, "3 2 2 0 0 0 0")]
    [InlineData(3.5, "3 3 1 0 0 0 0")]
    [InlineData(3.5, "2 2 2 2 2 1 0")]
    [InlineData(4, "4 1 0 1 0 0 0")]
    [InlineData(4, "3 2 2 2 0 0 0")]
    [InlineData(4, "3 3 2 0 0 0 0")]
    [InlineData(4.5, "4 3 0 0 0 0 0")]
    [InlineData(4.5, "3 3 3 3 3 0 0")]
    [InlineData(4.5, "4 2 0 0 0 0 0")]
    [InlineData(5, "4 3 3 3 0 0 0")]
    [InlineData(5, "4 4 0 0 0 0 0")]
    [InlineData(5, "3 3 3 3 3 4 0")]
    [InlineData(5, "5 0 0 0 0 0 0")]
    [InlineData(5, "0 0 0 0 6 0 0")]
    public void Steps_up_to_five_follow_the_systems_of_somebody_who_walks_freely(double step, string grades) => Assert.Equal(step, Edss([.. grades.Split(' ').Select(int.Parse)], 5000));

    [Fact]
    public void Every_combination_of_grades_and_walking_has_its_published_step()
    {
        Random random = new(8);
        for (int i = 0; i < 20_000; i++)
        {
            // Low grades more often, as among people; high ones would nearly always end in the same step.
            int most = random.Next(1, 7);
            int[] grades = [.. Tops.Select(top => random.Next(0, Math.Min(top, most) + 1))];
            int walk = random.Next(3) > 0 ? 0 : random.Next(Metres.Length);
            double expected = Math.Max(BySystems(grades), ByMetres[walk]), found = Edss(grades, Metres[walk]);
            Assert.True(expected == found, FormattableString.Invariant($"{string.Join(' ', grades)} and {Metres[walk]} m: {found}, not {expected}"));
        }
    }

    [Fact]
    public void No_grade_that_worsens_lowers_the_step()
    {
        Random random = new(9);
        for (int i = 0; i < 5_000; i++)
        {
            int[] grades = [.. Tops.Select(top => random.Next(0, top))];
            double before = Edss(grades, 5000);
            grades[random.Next(grades.Length)]++;
            Assert.True(Edss(grades, 5000) >= before, string.Join(' ', grades));
        }
    }

    // Kurtzke's text up to 4.0; above it the Neurostatus scoring table where its readers agree (see docs/design/regimes.md).
    private static double BySystems(int[] grades)
    {
        int[] converted = [.. grades];
        converted[4] = new[] { 0, 1, 2, 3, 3, 4, 5 }[grades[4]];
        converted[5] = new[] { 0, 1, 2, 2, 3, 3, 4 }[grades[5]];
        int Of(int grade) => converted.Count(g => g == grade);
        int ones = Of(1) - (converted[6] == 1 ? 1 : 0), twos = Of(2), threes = Of(3), fours = Of(4);
        if (converted.Max() >= 5 || fours >= 2) return 5;
        if (fours == 1) return threes >= 3 ? 5 : twos + threes == 0 ? 4 : 4.5;
        return (threes, twos) switch
        {
            ( >= 6, _) => 5,
            (5, _) => 4.5,
            ( >= 3, _) or (2, >= 1) or (1, >= 3) or (0, >= 6) => 4,
            (2, 0) or (1, >= 1) or (0, 5) => 3.5,
            (1, 0) or (0, >= 3) => 3,
            (0, 2) => 2.5,
            (0, 1) => 2,
            _ => ones >= 2 ? 1.5 : ones,
        };
    }

    private static double Edss(int[] grades, double metres)
    {
        double[] p = new double[Score.Parameters.Count];
        for (int i = 0; i < p.Length; i++)
            p[i] = Score.Parameters[i].Name switch { "walking_metres" => metres, "score.one_metre" => 1, var name => grades[Array.IndexOf(Systems, name)] };
        return Interpreter.Evaluate(Score.Graph, Score.Find("edss")!.Value, 0, [], p);
    }
}
