using Enteraxis.Reporting.Text;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Reporting.ModelBook;

/// <summary>One folder of models/: what it is about, the diagram of its causes, its files with states, equations and events, its parameters, and what is left out.</summary>
internal static class ModulePage
{
    public static BookPage Render(BookContents book, BookLinks links, string folder)
    {
        Html page = new();
        ModuleUse[] uses = [.. book.Uses.Where(u => u.File.Folder == folder)];
        BookFile[] files = [.. uses.Select(u => u.File).Concat(book.Files.Where(f => f.Folder == folder)).Distinct()];
        ParameterRow[] parameters = [.. book.Parameters.Where(r => book.FolderOf(r.Name) == folder)];
        ArrowRow[] arrows = [.. book.Library.Arrows.Rows.Where(a => book.FolderOfArrow(a) == folder)];
        page.Element("p", Counted(files, parameters, arrows), "sub");
        page.Line("<p>On this page: " + string.Join(", ", new[] { ("#causes", "causes"), ("#equations", "states and equations"), ("#parameters", "parameters"), ("#left-out", "what is left out") }
            .Select(x => $"<a href=\"{x.Item1}\">{x.Item2}</a>")) + ".</p>");
        ArrowSection.Write(page, book, links, arrows, folder);
        page.Line("<h2 id=\"equations\">States and equations</h2>");
        foreach (BookFile file in files) FileSection.Write(page, book, links, file, [.. uses.Where(u => u.File == file)]);
        ParameterSection.Write(page, parameters);
        LeftOutSection.Write(page, book, folder);
        return BookPage.Of(book, BookLinks.PageOf(folder), $"{BookPage.Capital(folder)}: the model book", page);
    }

    private static string Counted(BookFile[] files, ParameterRow[] parameters, ArrowRow[] arrows)
    {
        int states = files.SelectMany(f => f.Outline.Modules).Sum(m => m.States.Count());
        return $"{files.Length} files, {states} states, {parameters.Length} parameters ({Share(parameters, "literature")} literature, {Share(parameters, "calibrated")} calibrated, {Share(parameters, "assumed")} assumed), {arrows.Length} causes with a switch.";
    }

    private static int Share(ParameterRow[] parameters, string status) => parameters.Count(p => p.Status == status);
}
