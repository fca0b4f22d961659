using System.Text.RegularExpressions;
using Enteraxis.Modelling.Antimony.Outline;
using Enteraxis.Modelling.Antimony.Syntax;
using Enteraxis.Reporting.Person;
using Enteraxis.Reporting.Text;

namespace Enteraxis.Reporting.ModelBook;

/// <summary>Where a name, a parameter or an evidence id leads: pages and places of the book.</summary>
internal sealed partial class BookLinks
{
    public const string Index = "index.html", Evidence = "evidence.html", Whole = "composition.html";

    private readonly BookContents _book;
    private readonly Dictionary<string, string> _givers = new(StringComparer.Ordinal);

    public BookLinks(BookContents book)
    {
        _book = book;
        foreach (ModuleUse use in book.Uses.Where(u => u.Parent is null && u.Instance is not null))
        {
            for (int i = 0; i < use.Module.Arguments.Count && i < use.Instance!.Arguments.Count; i++)
                if (use.Instance.Arguments[i] is NameFormula outer && Definition(use, use.Module.Arguments[i]) is { } place) _givers.TryAdd(outer.Name, place);
        }
        foreach ((string inner, string outer) in book.Composition.Outline.Modules[0].Synonyms)
            if (inner.IndexOf('.', StringComparison.Ordinal) is > 0 and int dot && book.Uses.FirstOrDefault(u => u.Name == inner[..dot]) is { } use && Definition(use, inner[(dot + 1)..]) is { } place)
                _givers.TryAdd(outer, place);
    }

    public static string PageOf(string folder) => folder.Length == 0 ? Whole : folder + ".html";

    /// <summary>Place of the equation of a quantity on its page.</summary>
    public static string Place(BookFile file, OutlineModule module, string name) => Anchors.Slug($"eq-{Path.GetFileNameWithoutExtension(file.Outline.FileName)}-{module.Name}-{name}");

    /// <summary>The row of a parameter; null where the table has none.</summary>
    public string? Parameter(string name) => _book.Library.Parameters.Find(name) is null ? null : $"{PageOf(_book.FolderOf(name))}#{Anchors.ParameterTarget(name)}";

    /// <summary>Where a name in a module's text leads.</summary>
    public string? Of(ModuleUse use, string name) =>
        use.Module.Defines(name) ? $"{PageOf(use.File.Folder)}#{Place(use.File, use.Module, name)}"
        : Parameter(use.Name.Length == 0 ? name : $"{use.Name}.{name}") ?? (use.Module.Arguments.Contains(name) ? Outside(use, name) : Definition(use, name) ?? Outer(use, name));

    /// <summary>The module use as which the composition's own text is read.</summary>
    public static ModuleUse Composition(BookContents book) => new("", book.Composition, book.Composition.Outline.Modules[0], null, null);

    /// <summary>A text with its evidence ids turned into links to their rows.</summary>
    public static string WithEvidence(string text) => Id().Replace(Html.Escape(text), m => $"<a href=\"{Evidence}#{Anchors.EvidenceTarget(m.Value)}\">{m.Value}</a>");

    private string? Outer(ModuleUse use, string name) => use.Name.Length == 0 ? _givers.GetValueOrDefault(name) : null;

    private string? Outside(ModuleUse use, string argument) => use.Outer(argument) is not { } outer ? null
        : use.Parent is { } parent ? Of(parent, outer)
        : Parameter(outer) ?? _givers.GetValueOrDefault(outer) ?? (_book.Composition.Outline.Modules[0].Defines(outer) ? $"{Whole}#{Place(_book.Composition, _book.Composition.Outline.Modules[0], outer)}" : null);

    // The equation of a quantity in the module itself or in one that it puts to use.
    private string? Definition(ModuleUse use, string name)
    {
        if (use.Module.Defines(name)) return $"{PageOf(use.File.Folder)}#{Place(use.File, use.Module, name)}";
        foreach (ModuleUse inner in _book.Uses.Where(u => u.Parent == use))
            foreach (string argument in inner.Module.Arguments.Where(a => inner.Outer(a) == name))
                if (Definition(inner, argument) is { } place) return place;
        return null;
    }

    [GeneratedRegex(@"EV-[A-Z]+-\d+", RegexOptions.CultureInvariant)]
    private static partial Regex Id();
}
