using System.CommandLine;
using Enteraxis.Reporting.ModelBook;
using Enteraxis.Studies.Runs;

namespace Enteraxis.Cli.Commands;

/// <summary>enteraxis book: the model and its evidence as pages.</summary>
internal static class BookCommand
{
    public static Command Create()
    {
        Option<string> output = new("--out") { Description = "folder for the pages; index.html comes first", Required = true };
        Command command = new("book", "Writes the model book: one page a module with diagram, typeset equations, states, parameters and their evidence, events and what is left out; and a page of all evidence.\n\nExample:\n  ./enteraxis book --out results/book") { output };
        command.SetAction(parsed => Run(parsed.GetValue(output)!));
        return command;
    }

    private static int Run(string output)
    {
        OutputPath.CheckFolder("--out", output);
        IReadOnlyList<BookPage> pages = ModelBook.Render(Installation.Root);
        Directory.CreateDirectory(output);
        foreach (BookPage page in pages) AtomicFile.Write(Path.Combine(output, page.File), page.Text);
        Console.Out.WriteLine(PlainLine.Of($"{pages.Count} pages: {Path.Combine(output, pages[0].File)}"));
        return 0;
    }
}
