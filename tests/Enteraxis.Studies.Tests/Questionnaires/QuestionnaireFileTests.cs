using System.Diagnostics;
using System.Text;
using Enteraxis.Studies.People;
using Enteraxis.Studies.Yaml;

namespace Enteraxis.Studies.Tests.Questionnaires;

/// <summary>Files that are no questionnaire.</summary>
public sealed class QuestionnaireFileTests
{
    private static string FaultOf(byte[] bytes)
    {
        using ScratchFolder folder = new();
        string path = folder["person.yaml"];
        File.WriteAllBytes(path, bytes);
        string message = Installation.Fault(() => QuestionnaireReader.Read(path, Installation.Library.Traits));
        Assert.Contains("person.yaml", message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
        return message;
    }

    private static string FaultOf(string text) => FaultOf(Encoding.UTF8.GetBytes(text));

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("# only a comment\n")]
    [InlineData("---\n...\n")]
    public void An_empty_file_is_refused(string text) => Assert.Contains("expected 'key: value' lines", FaultOf(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("just a sentence", "line 1: expected 'key: value' lines.")]
    [InlineData("- age: 34\n- sex: male\n", "line 1: expected 'key: value' lines.")]
    [InlineData("age: 34\n\tsex: male\n", "line 2")]
    [InlineData("age: 34\nsex: 'male\n", "no valid YAML")]
    [InlineData("age: 34\nsex: [male\nfibre: 3\n", "no valid YAML")]
    [InlineData("age: 34\nage: 35\n", "line 2: the key 'age' stands twice; keep one.")]
    [InlineData("{age: 34, \"age\": 35}", "line 1: the key 'age' stands twice")]
    [InlineData("age: 34\n? [a, b]\n: 3\n", "line 2: a key is one word")]
    [InlineData("age: 34\n: 3\n", "a key is one word")]
    [InlineData("age: 34\n---\nage: 35\n", "line 2: a second document begins here")]
    [InlineData("age: &x 34\nweight: *x\n", "line 1: references (& and *) are not read")]
    [InlineData("age: 34\nweight: *x\n", "line 2: references")]
    [InlineData("<<: {age: 3}\n", "the key '<<' is unknown")]
    [InlineData("age: !!python/object:os.system 34\nfoo: 1", "line 2: the key 'foo'")]
    public void Text_that_is_no_questionnaire_is_refused_with_its_line(string text, string says) => Assert.Contains(says, FaultOf(text), StringComparison.Ordinal);

    [Fact]
    public void A_reference_bomb_costs_nothing()
    {
        StringBuilder bomb = new("a: &a [x,x,x,x,x,x,x,x,x,x]\n");
        for (char c = 'b'; c <= 'z'; c++) bomb.Append(c).Append(": &").Append(c).Append(" [").AppendJoin(',', Enumerable.Repeat($"*{(char)(c - 1)}", 10)).Append("]\n");
        Stopwatch clock = Stopwatch.StartNew();
        Assert.Contains("line 1: references", FaultOf(bomb.ToString()), StringComparison.Ordinal);
        Assert.True(clock.Elapsed.TotalSeconds < 2);
    }

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{a: ", "}")]
    [InlineData("- ", "")]
    [InlineData("? ", "")]
    public void Deep_nesting_ends_in_a_sentence_and_not_in_a_crash(string open, string close)
    {
        string deep = string.Concat(Enumerable.Repeat(open, 100_000)) + "x" + string.Concat(Enumerable.Repeat(close, 100_000));
        string message = FaultOf("age: 34\nweight:\n  " + deep + "\n");
        Assert.Contains("line 3", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_100_MB_is_refused_without_being_read()
    {
        using ScratchFolder folder = new();
        string path = folder["big.yaml"];
        using (FileStream sparse = File.Create(path)) sparse.SetLength(100_000_000);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Contains("larger than 1 MB", Installation.Fault(() => YamlFile.Read(path)), StringComparison.Ordinal);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 10_000_000);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_refused_with_their_line()
    {
        Assert.Contains("line 3: the file holds bytes that are no text", FaultOf("age: 34\nsex: male\n\0\n"), StringComparison.Ordinal);
        Assert.Contains("line 1: the file holds bytes that are no text", FaultOf(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("age: 34\n")).ToArray()), StringComparison.Ordinal);
        Assert.Contains("line 2: the file is not in UTF-8", FaultOf([.. Encoding.UTF8.GetBytes("age: 34\nsex: "), 0xE9, (byte)'\n']), StringComparison.Ordinal);
        Assert.Contains("line 2", FaultOf("age: 34\nsex: \u0001\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_byte_order_mark_and_line_ends_of_any_system_do_no_harm()
    {
        using ScratchFolder folder = new();
        File.WriteAllBytes(folder["a.yaml"], [0xEF, 0xBB, 0xBF, .. "age: 34\r\nsex: male\r\n"u8]);
        Questionnaire answers = QuestionnaireReader.Read(folder["a.yaml"], Installation.Library.Traits);
        Assert.Equal((34.0, "male"), (answers.Numbers["age"], answers.Words["sex"]));
    }

    [Fact]
    public void A_missing_file_and_a_folder_get_a_sentence()
    {
        using ScratchFolder folder = new();
        Assert.Contains("the file is not there; check the path", Installation.Fault(() => YamlFile.Read(folder["none.yaml"])), StringComparison.Ordinal);
        Assert.Contains("the file is not there; check the path", Installation.Fault(() => YamlFile.Read(folder.Path)), StringComparison.Ordinal);
    }
}
