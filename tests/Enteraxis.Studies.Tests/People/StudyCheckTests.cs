using System.Text.RegularExpressions;
using Enteraxis.Studies.People;
using Enteraxis.Studies.Tables;
using Enteraxis.Studies.Yaml;

namespace Enteraxis.Studies.Tests.People;

/// <summary>Slips in a study file get a sentence before anything runs.</summary>
public sealed class StudyCheckTests
{
    private static readonly string Text = File.ReadAllText(Path.Combine(Installation.Root, "studies", "person.yaml"));

    [Theory]
    [InlineData(@"(?m)^years:.*", "years: 1000000000", "'years: 1000000000' lies outside 0 to 100")]
    [InlineData(@"(?m)^bank:.*", "bank: 2000000000", "'bank: 2000000000' lies outside")]
    [InlineData(@"(?m)^twins:.*", "twins: 2000000", "'twins: 2000000' lies outside")]
    [InlineData(@"(?m)^freeze_every_days:.*", "freeze_every_days: 0", "'freeze_every_days: 0' lies outside 1 to 365")]
    [InlineData(@"(?m)^run_in_days:.*", "run_in_days: -5", "'run_in_days: -5' lies outside")]
    [InlineData("id: fibre\n", "id: ../fibre\n", "is no id of a lever")]
    [InlineData("bmi > 25", "bmy > 25", "'bmy' is no trait of models/traits.tsv. Did you mean 'bmi'?")]
    [InlineData("EV-RISK-023", "EV-RISK-9999", "the evidence 'EV-RISK-9999', which is not in evidence/evidence.tsv")]
    [InlineData(@"(?m)^bank:", "bnak:", "Did you mean 'bank'?")]
    public void A_slip_in_a_study_file_is_named(string pattern, string replacement, string says)
    {
        string slipped = Regex.Replace(Text, pattern, replacement);
        Assert.NotEqual(Text, slipped);
        string fault = Installation.Fault(() => StudyChecks.Check(StudyFileReader.Read(YamlFile.Parse("s.yaml", slipped)), ScienceLibrary.Load(Installation.Root)));
        Assert.Contains(says, fault, StringComparison.Ordinal);
    }

    [Fact]
    public void The_study_of_the_house_passes() => StudyChecks.Check(StudyFileReader.Read(YamlFile.Parse("s.yaml", Text)), ScienceLibrary.Load(Installation.Root));

    [Fact]
    public void What_has_no_length_is_not_read()
    {
        if (!OperatingSystem.IsLinux()) return;
        PersonStudyRequest request = new()
        {
            QuestionnairePath = Path.Combine(Installation.Root, "examples", "newly-diagnosed.yaml"), TablePath = "/dev/zero", SampleId = "S1", OutDir = "", RootPath = Installation.Root,
            StudyPath = "", All = false, Seed = 1, Twins = null, Threads = 1,
        };
        Assert.Contains("no plain file", Installation.Fault(() => StudyInputs.Collect(request)), StringComparison.Ordinal);
    }
}
