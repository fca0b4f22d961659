using CsCheck;
using Enteraxis.Numerics;
using Enteraxis.Studies.People;
using Enteraxis.Studies.Tables;
using Enteraxis.Studies.Yaml;

namespace Enteraxis.Studies.Tests.Questionnaires;

/// <summary>Whatever stands in the file: an answer, or a sentence, nothing else.</summary>
public sealed class RandomTextTests
{
    private static readonly string[] Keys = [.. Installation.Library.Traits.Rows.Select(t => t.Key), "zzz", "", "conditions"];

    private static readonly string[] Pieces =
    [
        "34", "-1", "0.5", "1e99", "9999999999999999999999", "nmol/L", "ng/mL", "kg", "lb", "cm", "years", "confirmed", "unknown", "none", "female", "rrms", "fever", ",", ".", "~", "null", "true",
        "[", "]", "{", "}", "- ", "? ", ": ", ":", "#", "&a", "*a", "!!int", "|", ">", "'", "\"", "\\u12", "\\UFFFFFFFF", "%", "@", "`", "\t", "  ", "\n", "\r", "\0", "\u2028", "é", "\uD800", "...", "---", "<<",
    ];

    private static readonly Gen<string> Value = Gen.OneOf(
        Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[0, 6].Select(string.Concat),
        Gen.Select(Gen.Double, Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i])).Select((number, unit) => FormattableString.Invariant($"{number} {unit}")),
        Gen.String[0, 20]);

    private static readonly Gen<string> Lines = Gen.Select(Gen.Int[0, Keys.Length - 1].Select(i => Keys[i]), Value).Select((key, value) => $"{key}: {value}").Array[0, 6].Select(lines => string.Join('\n', lines));

    private static void AnswersOrSentence(string text)
    {
        try
        {
            Questionnaire answers = Installation.Answers(text);
            foreach ((string key, double value) in answers.Numbers)
            {
                TraitRow trait = Installation.Library.Traits.Find(key)!;
                Assert.False(double.IsNaN(value) || value < trait.Low || value > trait.High, $"{key} = {value}");
            }
        }
        catch (InputException e)
        {
            Assert.StartsWith("person.yaml", e.Message, StringComparison.Ordinal);
            Assert.True(e.Message.Length < 1000 && !e.Message.Any(char.IsControl), e.Message);
        }
    }

    [Fact]
    public void Random_lines_give_answers_or_a_sentence() => Lines.Sample(AnswersOrSentence, iter: 6000);

    [Fact]
    public void Random_text_gives_a_sentence() => Gen.OneOf(Gen.String[0, 60], Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[0, 40].Select(string.Concat)).Sample(AnswersOrSentence, iter: 6000);

    [Fact]
    public void A_study_file_of_random_text_gives_a_sentence() => Gen.OneOf(Value, Lines).Sample(text =>
    {
        try
        {
            StudyFileReader.Read(YamlFile.Parse("study.yaml", "title: t\nchain_readout: relapses\nlevers: " + text));
        }
        catch (InputException e)
        {
            Assert.StartsWith("study.yaml", e.Message, StringComparison.Ordinal);
        }
    }, iter: 3000);
}
