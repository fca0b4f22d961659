using System.Globalization;

namespace Enteraxis.EndToEnd.Tests;

/// <summary>The person study on published samples, read in place; in the ordinary suite one of each kind, under --long ten of the MS cohort.</summary>
public sealed class RealProfileTests
{
    private static string Shared => Environment.GetEnvironmentVariable("ENTERAXIS_SHARED") is { Length: > 0 } given ? given : Path.Combine(CommandLine.Root, "..", "shared");

    public static TheoryData<string, string> Samples()
    {
        TheoryData<string, string> data = new()
        {
            { "imsms_pub/table.biom", "71401-0001" }, { "crc_scfa/otu.shared", "2003650" }, { "mars_ibs_2020/genera_relabund.tsv.gz", "41.T.5" }, { "kang_autism_2017/genera_relabund.tsv.gz", "N01" },
            { "he_infants_mfgm_2019/genera_relabund.tsv.gz", "EP.2.1" }, { "globalpatterns/table.tsv.gz", "M31Fcsw" }, { "enterotype/table.tsv.gz", "AM.AD.1" }, { "dietswap/table.v21.biom", "Sample-1" },
        };
        if (SmallStudy.Long)
            foreach (string id in new[] { "71401-0079", "71401-0157", "71401-0224", "71402-0047", "71402-0111", "71402-0189", "71501-0007", "71502-0006", "71601-0003" })
                data.Add("imsms_pub/table.biom", id);
        return data;
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_real_sample_gets_a_report_whose_mapped_share_and_production_are_plausible(string table, string sample)
    {
        string path = Path.Combine(Shared, "data", table);
        if (!File.Exists(path)) Assert.Skip($"{table} is not here; set ENTERAXIS_SHARED to the folder that holds data/.");
        using TemporaryFolder folder = CommandLine.Folder();
        string run = folder.File("run");
        Outcome o = CommandLine.Run(SmallStudy.Request(folder, path, sample, run));
        Assert.True(o.ExitCode == 0, o.Error);
        Assert.Contains(sample, File.ReadAllText(Path.Combine(run, "report.html")), StringComparison.Ordinal);
        Assert.InRange(Value(run, "mapped", 2), 0.4, 1.000001);
        double total = ProductionOf(run, "Acetate") + ProductionOf(run, "Propionate") + ProductionOf(run, "Butyrate");
        // A diet of 30-odd grams of fermentable carbohydrate and protein cannot make more.
        Assert.InRange(total, 100, 600);
    }

    [Theory]
    [InlineData("esophagus/table.tsv.gz", "B", "can be mapped")]
    [InlineData("clark_invitro/communities.tsv.gz", "ER", "is not a number")]
    public void What_holds_no_gut_profile_is_refused_with_a_sentence(string table, string sample, string says)
    {
        string path = Path.Combine(Shared, "data", table);
        if (!File.Exists(path)) Assert.Skip($"{table} is not here; set ENTERAXIS_SHARED to the folder that holds data/.");
        using TemporaryFolder folder = CommandLine.Folder();
        Outcome o = CommandLine.Run(SmallStudy.Request(folder, path, sample, folder.File("run")));
        Assert.Equal(2, o.ExitCode);
        Assert.Contains(says, o.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.File("run")));
    }

    [Fact]
    public void Two_profiles_under_one_diet_answer_the_same_lever_differently()
    {
        using TemporaryFolder folder = CommandLine.Folder();
        double[] change = [.. new[] { "S2", "S3" }.Select(sample =>
        {
            string run = folder.File(sample);
            Outcome o = CommandLine.Run(SmallStudy.Request(folder, "examples/feature-table.tsv", sample, run));
            Assert.True(o.ExitCode == 0, o.Error);
            string[] row = File.ReadLines(Path.Combine(run, "chain.tsv")).Select(l => l.Split('\t')).Single(c => c[0] == "fibre" && c[1] == "gut.arrow_fermentation_butyrate");
            return double.Parse(row[4], CultureInfo.InvariantCulture);
        })];
        Assert.True(Math.Abs(change[0] - change[1]) > 0.1, $"butyrate under more fibre: {change[0]:P0} and {change[1]:P0}");
    }

    private static double ProductionOf(string run, string acid) => Value(run, "production\t" + acid, 2);

    private static double Value(string run, string start, int column) =>
        double.Parse(File.ReadLines(Path.Combine(run, "profile.tsv")).Single(l => l.StartsWith(start + "\t", StringComparison.Ordinal)).Split('\t')[column], CultureInfo.InvariantCulture);
}
