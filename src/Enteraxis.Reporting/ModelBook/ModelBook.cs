using Enteraxis.Numerics;

namespace Enteraxis.Reporting.ModelBook;

/// <summary>The model book: one page a module of models/, its equations typeset and every number led to its evidence; no script, nothing loaded.</summary>
public static class ModelBook
{
    /// <param name="root">The folder that holds models/ and evidence/.</param>
    /// <returns>The pages, the index first. The same texts and tables give the same bytes.</returns>
    /// <exception cref="InputException">A model file or table is missing or faulty.</exception>
    public static IReadOnlyList<BookPage> Render(string root)
    {
        BookContents book = BookContents.Read(root);
        BookLinks links = new(book);
        return
        [
            IndexPage.Render(book), .. book.Folders.Select(folder => ModulePage.Render(book, links, folder)),
            CompositionPage.Render(book, links), EvidencePage.Render(book, links),
        ];
    }
}
