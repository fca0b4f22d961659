using System.Globalization;
using System.Text;

namespace Enteraxis.Conformance.Tests.PublicModels;

public sealed class JudgedModelTests
{
    // Written into docs/conformance.md between these lines.
    private const string Begin = "<!-- public models: begin -->", End = "<!-- public models: end -->";

    [Fact]
    public void Public_models_are_read_written_evaluated_and_run_in_every_way_with_one_result()
    {
        string scratch = Directory.CreateTempSubdirectory("enteraxis-").FullName;
        Judgement[] all;
        try
        {
            Judge judge = new(scratch);
            all = [.. PublicModel.Files().Select(judge.Of)];
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
        // ENTERAXIS_RECORD=1 with ENTERAXIS_LONG=1 renews the page from this run.
        if (SharedArchive.Long && Environment.GetEnvironmentVariable("ENTERAXIS_RECORD") == "1") Record(all);
        Assert.Empty(all.Where(j => j.Changed is not null).Select(j => $"{j.Name}: {j.Changed}"));
        Assert.Empty(all.Where(j => j.Evaluated is not null).Select(j => $"{j.Name}: {j.Evaluated}"));
        Assert.Empty(all.Where(j => !(j.InterpretedDistance <= Judge.Agreement)).Select(j => $"{j.Name}: interpreted and compiled runs are {j.InterpretedDistance:G3} apart"));
        // One model of a hundred may be refused, one of twenty be numerically undefined, and some be so ill-conditioned that the lanes' own rounding shows.
        Assert.True(all.Count(j => j.Refused is not null) <= all.Length / 100 + 1, Lines(all, j => j.Refused));
        Assert.True(all.Count(j => j.Undefined is not null) <= all.Length / 20, Lines(all, j => j.Undefined));
        Assert.True(all.Count(j => j.RunsApart is not null || j.LaneDistance > Judge.Agreement) <= all.Length / 100 + 2, Lines(all, j => j.RunsApart ?? (j.LaneDistance > Judge.Agreement ? $"lanes are {j.LaneDistance:G3} apart" : null)));
    }

    private static string Lines(IEnumerable<Judgement> all, Func<Judgement, string?> why) =>
        string.Join('\n', all.Where(j => why(j) is not null).Select(j => $"{j.Name}: {why(j)}"));

    private static void Record(Judgement[] all)
    {
        string path = Repository.PathOf("docs", "conformance.md");
        string page = File.Exists(path) ? File.ReadAllText(path) : "# Conformance\n\n" + Begin + "\n" + End + "\n";
        if (!page.Contains(Begin, StringComparison.Ordinal)) page = page.TrimEnd() + "\n\n" + Begin + "\n" + End + "\n";
        int from = page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, to = page.IndexOf(End, StringComparison.Ordinal);
        File.WriteAllText(path, page[..from] + "\n" + Section(all) + page[to..]);
    }

    private static string Section(Judgement[] all)
    {
        StringBuilder text = new();
        void Line(string line) => text.Append(line).Append('\n');
        int Count(Func<Judgement, bool> which) => all.Count(which);
        Judgement[] run = [.. all.Where(j => j.Refused is null && j.Undefined is null && j.RunsApart is null)], lanes = [.. run.Where(j => j.NotInLanes is null && j.LaneDistance is not null)];
        Line("## Public models in Antimony text");
        Line("");
        Line($"The {all.Length} models of `models/biomodels-antimony.tar.xz`. Made by `ENTERAXIS_LONG=1 ENTERAXIS_RECORD=1 dotnet .artifacts/tests/bin/Enteraxis.Conformance.Tests/release/Enteraxis.Conformance.Tests.dll --filter-class '*JudgedModelTests'` after `./enteraxis test` has built it.");
        Line(string.Create(CultureInfo.InvariantCulture, $"Courses go to {Judge.End} time units at a relative tolerance of {Judge.RelativeTolerance:0e-0}; distances are in parts of each state's largest value."));
        Line("");
        Line("| what | models |");
        Line("|---|---|");
        Line($"| read | {Count(j => j.Refused is null)} of {all.Length} |");
        Line($"| text → model → Antimony → model, and → SBML → model, with equal meaning (five random places each) | {Count(j => j.Refused is null && j.Changed is null)} |");
        Line($"| interpreter and compiled code agree at five random places to 1e-12 | {Count(j => j.Refused is null && j.Evaluated is null)} |");
        Line($"| course reaches its end | {run.Length} |");
        Line($"| interpreted and compiled courses agree within 1e-5 (largest distance {run.Max(j => j.InterpretedDistance).ToString("G2", CultureInfo.InvariantCulture)}) | {run.Count(j => j.InterpretedDistance <= Judge.Agreement)} |");
        Line($"| courses asked of lanes that agree with the compiled ones within 1e-5 | {run.Count(j => j.LaneDistance <= Judge.Agreement)} |");
        Line($"| to the end in lanes, of these | {lanes.Count(j => j.LaneDistance <= Judge.Agreement)} |");
        Line("");
        List(text, "Refused", all, j => j.Refused);
        List(text, "Numerically undefined: time and cause", all, j => j.Undefined);
        List(text, "Runs that differ", all, j => j.RunsApart ?? (j.LaneDistance > Judge.Agreement ? string.Create(CultureInfo.InvariantCulture, $"lanes are {j.LaneDistance:G2} apart") : null));
        List(text, "Handed on by lanes", all, j => j.NotInLanes);
        return text.ToString();
    }

    private static void List(StringBuilder text, string title, Judgement[] all, Func<Judgement, string?> why)
    {
        Judgement[] some = [.. all.Where(j => why(j) is not null)];
        if (some.Length == 0) return;
        text.Append(CultureInfo.InvariantCulture, $"### {title} ({some.Length})\n\n| model | why |\n|---|---|\n");
        foreach (Judgement j in some) text.Append(CultureInfo.InvariantCulture, $"| {j.Name} | {why(j)!.Replace("|", "\\|", StringComparison.Ordinal)} |\n");
        text.Append('\n');
    }
}
