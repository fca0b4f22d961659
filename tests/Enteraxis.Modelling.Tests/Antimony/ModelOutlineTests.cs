using Enteraxis.Modelling.Antimony.Outline;

namespace Enteraxis.Modelling.Tests.Antimony;

public sealed class ModelOutlineTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("outline-");

    [Fact]
    public void A_file_is_told_as_written_and_without_what_it_imports()
    {
        Write("inner.ant", "// Inner.\nmodel Inner(x, y)\n  y := 2 * x\nend\n");
        string path = Write("outer.ant", """
            // One line.
            //
            //   an indented one
            import "inner.ant"
            function twice(a)
              2 * a
            end
            model *Outer(p)
              unit day = 86400 second
              z = 3; z has day
              n = 0
              // --- a section
              z' = -z / p
              part: Inner(z, w)
              part.y is seen
              J: at hazard(z, 0.1): n = n + 1
              E: at 5 after (n > 2): z = 1
              p has day
            end
            """);
        ModelOutline outline = ModelOutline.Read(path);
        Assert.Equal(["One line.", "", "  an indented one"], outline.Header);
        Assert.Equal("twice", Assert.Single(outline.Functions).Name);
        OutlineModule module = Assert.Single(outline.Modules);
        Assert.Equal(("Outer", "p"), (module.Name, Assert.Single(module.Arguments)));
        Assert.Equal(["z"], module.States);
        Assert.Equal("day", module.Units["z"]);
        Assert.Equal(("part", "Inner"), (module.Instances[0].Name, module.Instances[0].Model));
        Assert.Equal("seen", module.Synonyms["part.y"]);
        Assert.Equal([("J", false), ("E", true)], module.Events.Select(e => (e.Name, e.Delay is not null)));
        Assert.True(module.Defines("n") && !module.Defines("w"));
        Assert.Equal("--- a section", Assert.Single(outline.Remarks).Value);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string Write(string name, string text)
    {
        string path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }
}
