using Enteraxis.Modelling.Antimony.Outline;
using Enteraxis.Reporting.Text;

namespace Enteraxis.Reporting.ModelBook;

/// <summary>One model file: the words at its head, then each of its modules with what it remembers, its equations under the author's remarks, and its events.</summary>
internal static class FileSection
{
    public static void Write(Html page, BookContents book, BookLinks links, BookFile file, IReadOnlyList<ModuleUse> uses)
    {
        page.Line($"<section class=\"card\"><h3 id=\"{Place(file)}\"><code>{Html.Escape((file.Folder.Length > 0 ? file.Folder + "/" : "") + file.Outline.FileName)}</code></h3>");
        HeaderProse.Write(page, file.Outline.Header);
        foreach (OutlineFunction f in file.Outline.Functions)
        {
            PresentationMath math = new(_ => null);
            page.Line($"<p class=\"sub\">Function</p>{Equation(null, $"<mi>{MathNames.Plain(f.Name)}</mi><mo>(</mo>{string.Join("<mo>,</mo>", f.Arguments.Select(math.Name))}<mo>)</mo>", math.Pieces(f.Body))}");
        }
        foreach (OutlineModule module in file.Outline.Modules)
        {
            ModuleUse use = uses.FirstOrDefault(u => u.Module == module) ?? new ModuleUse(module.Name.ToLowerInvariant(), file, module, null, null);
            string[] names = [.. uses.Where(u => u.Module == module && u.Instance is not null).Select(u => u.Name).Distinct()];
            page.Line($"<h4>{Html.Escape(module.Name)}{(names.Length > 0 ? $" <span class=\"sub\">as {string.Join(" and ", names.Select(n => $"<code>{Html.Escape(n)}</code>"))}</span>" : "")}</h4>");
            StateTable.Write(page, book, links, use);
            Equations(page, links, use);
            EventSection.Write(page, links, use);
        }
        page.Line("</section>");
    }

    public static string Place(BookFile file) => "file-" + Path.GetFileNameWithoutExtension(file.Outline.FileName);

    /// <summary>A left side and the pieces of the right one, which break between lines where they must.</summary>
    public static string Equation(string? id, string left, IReadOnlyList<string> pieces, string sign = "=") =>
        $"<div class=\"eq\"{(id is null ? "" : $" id=\"{id}\"")}>{PresentationMath.Math($"{left}<mo>{sign}</mo>{pieces[0]}")}{string.Concat(pieces.Skip(1).Select(p => " " + PresentationMath.Math(p)))}</div>";

    private static void Equations(Html page, BookLinks links, ModuleUse use)
    {
        PresentationMath math = new(name => links.Of(use, name));
        int last = use.Module.Line;
        foreach (OutlineEquation e in use.Module.Equations.Where(e => e.Kind != OutlineKind.Initial).OrderBy(e => e.Line))
        {
            foreach ((int line, string remark) in use.File.Outline.Remarks.Where(r => r.Key > last && r.Key <= e.Line).OrderBy(r => r.Key))
                page.Line(remark.StartsWith('-') ? $"<h5>{BookLinks.WithEvidence(remark.TrimStart('-').Trim())}</h5>" : $"<p class=\"sub\">{BookLinks.WithEvidence(remark)}</p>");
            last = e.Line;
            page.Line(Equation(BookLinks.Place(use.File, use.Module, e.Name), e.Kind == OutlineKind.Rate ? math.Rate(e.Name) : math.Name(e.Name), math.Pieces(e.Value)));
        }
    }
}
