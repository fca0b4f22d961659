using Enteraxis.Modelling.Antimony.Outline;
using Enteraxis.Reporting.Text;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Reporting.ModelBook;

/// <summary>How the modules are joined: exposures, the person, and the few equations that belong to no module.</summary>
internal static class CompositionPage
{
    public static BookPage Render(BookContents book, BookLinks links)
    {
        Html page = new();
        ParameterRow[] parameters = [.. book.Parameters.Where(r => book.FolderOf(r.Name).Length == 0)];
        ModuleUse whole = BookLinks.Composition(book);
        page.Line("<h2 id=\"joined\">How the modules are joined</h2><div class=\"scroll\"><table><caption class=\"unseen\">Modules</caption><thead><tr><th scope=\"col\">Name</th><th scope=\"col\">Module</th><th scope=\"col\">Reads</th><th scope=\"col\">Gives</th></tr></thead><tbody>");
        foreach (ModuleUse use in book.Uses.Where(u => u.Parent is null && u.Instance is not null).DistinctBy(u => u.Name))
        {
            string[] given = [.. ModuleMap.Gives(book, use).Distinct()];
            string[] all = [.. use.Module.Arguments.Select(a => use.Outer(a) ?? a)];
            page.Line($"<tr><th scope=\"row\"><code>{Html.Escape(use.Name)}</code></th><td><a href=\"{BookLinks.PageOf(use.File.Folder)}\">{Html.Escape(use.Module.Name)}</a></td><td>{Names(links, whole, all.Where(a => !given.Contains(a)))}</td><td>{Names(links, whole, given)}</td></tr>");
        }
        page.Line("</tbody></table></div><h2 id=\"equations\">States and equations</h2>");
        foreach (BookFile file in book.Files.Where(f => f.Folder.Length == 0)) FileSection.Write(page, book, links, file, file == book.Composition ? [whole] : []);
        ParameterSection.Write(page, parameters);
        LeftOutSection.Write(page, book, "composition");
        return BookPage.Of(book, BookLinks.Whole, "Composition: the model book", page);
    }

    private static string Names(BookLinks links, ModuleUse whole, IEnumerable<string> names) =>
        string.Join(", ", names.Select(n => links.Of(whole, n) is { } target ? $"<a href=\"{target}\">{Html.Escape(n)}</a>" : Html.Escape(n)));
}
