using System.Text;
using CsCheck;
using Enteraxis.Microbiome.Phylogeny;
using Enteraxis.Numerics;

namespace Enteraxis.Microbiome.Tests.Phylogeny;

public sealed class NewickTests
{
    private static PhylogeneticTree Read(string text, TreeLimits? limits = null) => NewickReader.Read(new StringReader(text), "t.nwk", limits);

    [Fact]
    public void Quotes_comments_inner_labels_and_forks_of_any_width_are_read()
    {
        PhylogeneticTree t = Read("[&R] ( 'it''s (a), b':1.5e-1, c_1:2 [90],(d:1)0.98:3,(e:0,f:1,g:2)h:4 )root ;\n");
        Assert.Equal(["it's (a), b", "c_1", "d", "e", "f", "g"], t.Tips.Select(t.Name));
        Assert.Equal([0.15, 2, 1, 0, 1, 2], t.Tips.Select(t.Length));
        Assert.Equal(("root", "0.98", "h"), (t.Name(0), t.Name(3), t.Name(5)));
        Assert.Equal([-1, 0, 0, 0, 3, 0, 5, 5, 5], Enumerable.Range(0, t.NodeCount).Select(t.Parent));
        Assert.Contains(t.Notes, n => n.Contains("more than two branches", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "holds no tree")]
    [InlineData("((a:1,b:1);", "1 brackets are not closed")]
    [InlineData("(a:1,b:1)", "semicolon")]
    [InlineData("(a:1,b:1));", "')' was not expected")]
    [InlineData("(a:1,b:1);(c:1,d:1);", "more text follows")]
    [InlineData("(a:x,b:1);", "'x' is no branch length")]
    [InlineData("(a:,b:1);", "'' is no branch length")]
    [InlineData("(a:1e999,b:1);", "is no branch length")]
    [InlineData("(a:NaN,b:1);", "is no branch length")]
    [InlineData("(a b:1,c:1);", "put labels with spaces in quotes")]
    [InlineData("(a:1:2,b:1);", "':' was not expected")]
    [InlineData("('a:1,b:1);", "quoted label does not end")]
    [InlineData("(a:1[x,b:1);", "comment in square brackets does not end")]
    [InlineData("a(b:1);", "'(' was not expected")]
    [InlineData("(a:1]2,b:1);", "']' was not expected")]
    [InlineData("(a:1,b\0:1);", "binary data")]
    [InlineData("(a,b:1);", "1 of 2 branches have no length")]
    [InlineData("a,b;", "',' was not expected")]
    public void A_faulty_tree_gets_one_sentence(string text, string part)
    {
        InputException e = Assert.Throws<InputException>(() => Read(text));
        Assert.StartsWith("t.nwk", e.Message, StringComparison.Ordinal);
        Assert.Contains(part, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fault_is_placed_by_line_and_column() => Assert.StartsWith("t.nwk, line 2, column 3", Assert.Throws<InputException>(() => Read("(a:1,\nb:?,c:1);")).Message, StringComparison.Ordinal);

    [Fact]
    public void Nodes_depth_labels_and_comments_are_limited()
    {
        string deep = new string('(', 50) + "a:1" + string.Concat(Enumerable.Repeat("):1", 50)) + ";";
        Assert.Equal(51, Read(deep).NodeCount);
        Assert.Contains("within each other", Assert.Throws<InputException>(() => Read(deep, new TreeLimits { Depth = 49 })).Message, StringComparison.Ordinal);
        Assert.Contains("more than 20 nodes", Assert.Throws<InputException>(() => Read(deep, new TreeLimits { Nodes = 20 })).Message, StringComparison.Ordinal);
        Assert.Contains("a label has more", Assert.Throws<InputException>(() => Read("(abcdef:1,b:1);", new TreeLimits { LabelCharacters = 5 })).Message, StringComparison.Ordinal);
        Assert.Contains("a comment", Assert.Throws<InputException>(() => Read("([abcdef]a:1,b:1);", new TreeLimits { CommentCharacters = 5 })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_chain_of_a_hundred_thousand_brackets_takes_no_stack()
    {
        const int depth = 100_000;
        StringBuilder text = new StringBuilder().Append('(', depth).Append("a:1");
        for (int i = 0; i < depth; i++) text.Append("):1");
        Assert.Equal(depth + 1, Read(text.Append(';').ToString()).NodeCount);
    }

    [Fact]
    public void Negative_and_few_missing_lengths_count_as_0_and_are_told()
    {
        string many = string.Join(',', Enumerable.Range(0, 40).Select(i => $"t{i}:1"));
        PhylogeneticTree t = Read($"(({many}):1,a:-0.25,b);");
        Assert.Equal([0, 0], t.Tips.TakeLast(2).Select(t.Length));
        Assert.Contains(t.Notes, n => n.StartsWith("1 of 43 branches of t.nwk have no length", StringComparison.Ordinal));
        Assert.Contains(t.Notes, n => n.StartsWith("1 of 43 branches of t.nwk have a negative length", StringComparison.Ordinal));
    }

    [Fact]
    public void Damaged_text_is_read_or_refused_in_a_sentence() =>
        Gen.Select(Gen.Int[0, 39], Gen.Char["(),:;[]' ab1\0"], Gen.Bool).Array[1, 6].Sample(changes =>
        {
            StringBuilder text = new("(('a b':1,c:2)d:3,[x](e:4,f:5):6)g;    ");
            foreach ((int at, char c, bool cut) in changes)
                if (cut) text.Length = Math.Max(1, Math.Min(text.Length, at));
                else text[Math.Min(at, text.Length - 1)] = c;
            try
            {
                Assert.True(Read(text.ToString()).NodeCount > 0);
            }
            catch (InputException e)
            {
                Assert.StartsWith("t.nwk", e.Message, StringComparison.Ordinal);
            }
        });

    [Fact]
    public void A_gzipped_tree_of_a_public_set_is_read()
    {
        PhylogeneticTree t = NewickReader.Read(Places.Shared("globalpatterns", "tree.nwk.gz"));
        Assert.Equal(19_216, t.Tips.Count);
    }
}
