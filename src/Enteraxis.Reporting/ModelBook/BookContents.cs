using Enteraxis.Modelling.Antimony.Outline;
using Enteraxis.Modelling.Antimony.Syntax;
using Enteraxis.Numerics;
using Enteraxis.Numerics.Tables;
using Enteraxis.Studies.Calibration;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Reporting.ModelBook;

/// <summary>All that the book tells: the tables, every model file as written, which module stands under which name, and what is left out.</summary>
internal sealed class BookContents
{
    private const string Models = "models", Composed = "composition.ant";

    private BookContents(ScienceLibrary library, IReadOnlyList<BookFile> files, IReadOnlyList<TsvRow> leftOut, IReadOnlyList<TsvRow> ladder)
    {
        (Library, Files, LeftOut, Ladder) = (library, files, leftOut, ladder);
        CalibrationStanding standing = CalibrationStanding.Of(library);
        Parameters = [.. library.Parameters.Rows.Select(r => r with { Status = standing.StatusOf(r) })];
        Composition = files.FirstOrDefault(f => f.Folder.Length == 0 && f.Outline.FileName == Composed)
            ?? throw new InputException($"{Models}/{Composed}: the file is missing; it says how the modules are joined, restore it from the repository.");
        Uses = [.. Composition.Outline.Modules[0].Instances.SelectMany(i => Under(i, "", null))];
        // A module that the composition does not use has its parameters under its own name.
        Uses = [.. Uses, .. files.Where(f => f.Folder.Length > 0).SelectMany(f => f.Outline.Modules.Where(m => Uses.All(u => u.Module.Name != m.Name)).Select(m => new ModuleUse(m.Name.ToLowerInvariant(), f, m, null, null)))];
        Folders = [.. Uses.Select(u => u.File.Folder).Distinct()];
    }

    public ScienceLibrary Library { get; }

    /// <summary>Rows of the parameter table with the status that they have in this installation.</summary>
    public IReadOnlyList<ParameterRow> Parameters { get; }

    public IReadOnlyList<BookFile> Files { get; }

    public BookFile Composition { get; }

    /// <summary>Every module where it is put to use, in the order of the composition; a module with two forms stands twice under one name.</summary>
    public IReadOnlyList<ModuleUse> Uses { get; }

    /// <summary>Folders of models/, one page each, in the order of the composition.</summary>
    public IReadOnlyList<string> Folders { get; }

    public IReadOnlyList<TsvRow> LeftOut { get; }

    public IReadOnlyList<TsvRow> Ladder { get; }

    /// <exception cref="InputException">A file or table is missing or faulty.</exception>
    public static BookContents Read(string root)
    {
        string folder = Path.Combine(root, Models);
        ScienceLibrary library = ScienceLibrary.Load(root);
        BookFile[] files = [.. Directory.EnumerateFiles(folder, "*.ant", SearchOption.AllDirectories)
            .Select(f => new BookFile(Path.GetRelativePath(folder, Path.GetDirectoryName(f)!) is "." ? "" : Path.GetFileName(Path.GetDirectoryName(f)!), ModelOutline.Read(f)))
            .OrderBy(f => f.Folder, StringComparer.Ordinal).ThenBy(f => f.Outline.FileName, StringComparer.Ordinal)];
        return new BookContents(library, files, TsvTable.Read(Path.Combine(folder, "left_out.tsv"), "module", "left_out", "why").Rows,
            TsvTable.Read(Path.Combine(root, "evidence", "certainty.tsv"), "part", "name", "value", "meaning").Rows);
    }

    /// <summary>The page on which a parameter stands: a folder, or empty for what the composition itself holds.</summary>
    public string FolderOf(string parameter)
    {
        int dot = parameter.LastIndexOf('.');
        return dot < 0 ? "" : Uses.FirstOrDefault(u => u.Name == parameter[..dot])?.File.Folder ?? "";
    }

    /// <summary>The folder whose module holds an arrow: its switch is a parameter there.</summary>
    public string FolderOfArrow(ArrowRow arrow) => FolderOf(arrow.Switch);

    /// <summary>A quantity in words: the label of its read-out or its guild, else its name.</summary>
    public string Words(string name)
    {
        string? known = Library.Readouts.Rows.FirstOrDefault(r => r.Id == name)?.Label
            ?? Library.Guilds.Rows.FirstOrDefault(g => g.Biomass == name || g.Share == name)?.Label;
        return known ?? BookPage.Capital(name[(name.LastIndexOf('.') + 1)..]);
    }

    private IEnumerable<ModuleUse> Under(OutlineInstance instance, string prefix, ModuleUse? parent)
    {
        string name = prefix + instance.Name;
        foreach (BookFile file in Files)
            foreach (OutlineModule module in file.Outline.Modules.Where(m => m.Name == instance.Model))
            {
                ModuleUse use = new(name, file, module, instance, parent);
                yield return use;
                foreach (ModuleUse inner in module.Instances.SelectMany(i => Under(i, name + ".", use)))
                    yield return inner;
            }
    }
}

/// <param name="Folder">Name of the folder under models/; empty for models/ itself.</param>
internal sealed record BookFile(string Folder, ModelOutline Outline);

/// <summary>A module under the name that its parameters begin with.</summary>
/// <param name="Instance">Null where nothing puts it to use.</param>
/// <param name="Parent">The module in which it is put to use; null for the composition.</param>
internal sealed record ModuleUse(string Name, BookFile File, OutlineModule Module, OutlineInstance? Instance, ModuleUse? Parent)
{
    /// <summary>What the outside calls an argument; null where it is no plain name.</summary>
    public string? Outer(string argument)
    {
        for (int i = 0; Instance is not null && i < Module.Arguments.Count && i < Instance.Arguments.Count; i++)
            if (Module.Arguments[i] == argument) return (Instance.Arguments[i] as NameFormula)?.Name;
        return null;
    }
}
