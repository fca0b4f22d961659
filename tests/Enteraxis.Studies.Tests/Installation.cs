using Enteraxis.Numerics;
using Enteraxis.Studies.People;
using Enteraxis.Studies.Tables;
using Enteraxis.Studies.Yaml;

namespace Enteraxis.Studies.Tests;

/// <summary>The tables of this checkout.</summary>
internal static class Installation
{
    internal static string Root { get; } = FindRoot();

    internal static ScienceLibrary Library { get; } = ScienceLibrary.Load(Root);

    internal static StudyFile Study { get; } = StudyFileReader.Read(Path.Combine(Root, "studies", "person.yaml"));

    internal static Questionnaire Answers(string yaml) => QuestionnaireReader.Read(YamlFile.Parse("person.yaml", yaml), Library.Traits);

    /// <summary>The sentence of bad input; the test fails where there is none or where it is another exception.</summary>
    internal static string Fault(Action action) => Assert.ThrowsAny<InputException>(action).Message;

    internal static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string FindRoot()
    {
        for (DirectoryInfo? d = new(AppContext.BaseDirectory); d is not null; d = d.Parent)
            if (File.Exists(Path.Combine(d.FullName, "Enteraxis.slnx")))
                return d.FullName;
        throw new DirectoryNotFoundException("Enteraxis.slnx was not found above the test program.");
    }
}
