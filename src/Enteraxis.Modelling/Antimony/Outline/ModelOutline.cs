using Enteraxis.Modelling.Antimony.Syntax;
using Enteraxis.Numerics;

namespace Enteraxis.Modelling.Antimony.Outline;

/// <summary>A model file as its author wrote it: the words at its head, its remarks by line, its modules and functions. For books about a model, not for running it.</summary>
/// <param name="Header">Lines of the comment at the head, without their slashes; an indent is kept.</param>
/// <param name="Remarks">Whole-line comments below the head, by line; one that begins with --- opens a section.</param>
public sealed record ModelOutline(string FileName, IReadOnlyList<string> Header, IReadOnlyDictionary<int, string> Remarks, IReadOnlyList<OutlineModule> Modules,
    IReadOnlyList<OutlineFunction> Functions)
{
    /// <summary>Reads one file. What it imports is read too, for its names, and left out of the outline.</summary>
    /// <exception cref="InputException">The file cannot be read or does not say a model.</exception>
    public static ModelOutline Read(string path)
    {
        string full = Path.GetFullPath(path), shown = Path.GetFileName(full);
        if (!File.Exists(full)) throw new InputException($"{path}: there is no such file; check the name and the folder.");
        string text = ModelText.Load(full);
        Library library = new();
        library.Files.Add(full);
        // Two imported files may share a name, never a path: the whole path tells whose definition it is.
        Parser.Read(text, full, full, library);
        (IReadOnlyList<string> header, IReadOnlyDictionary<int, string> remarks) = Comments(text);
        return new ModelOutline(shown, header, remarks,
            [.. library.Models.Values.Where(m => m.At.File == full).OrderBy(m => m.At.Line).Select(Module)],
            [.. library.Functions.Values.Where(f => f.At.File == full).OrderBy(f => f.At.Line).Select(f => new OutlineFunction(f.Name, f.Arguments, f.Body, f.At.Line))]);
    }

    private static OutlineModule Module(ModelDefinition model)
    {
        Dictionary<string, string> units = new(StringComparer.Ordinal), synonyms = new(StringComparer.Ordinal);
        foreach (HasUnitStatement s in model.Body.OfType<HasUnitStatement>()) units[s.Name] = s.Spelling;
        foreach (SynonymStatement s in model.Body.OfType<SynonymStatement>()) synonyms[s.Inner] = s.Outer;
        return new OutlineModule(model.Name, model.Arguments,
            [.. model.Body.OfType<AssignmentStatement>().Select(s => new OutlineEquation(Kind(s.Kind), s.Name, s.Value, s.At.Line))],
            [.. model.Body.OfType<EventStatement>().Select(s => new OutlineEvent(s.Name, s.Trigger, s.Delay, s.Assignments, s.At.Line))],
            [.. model.Body.OfType<SubmodelStatement>().Select(s => new OutlineInstance(s.Name, s.Model, s.Arguments, s.At.Line))], units, synonyms, model.At.Line);
    }

    private static OutlineKind Kind(AssignmentKind kind) => kind switch
    {
        AssignmentKind.Initial => OutlineKind.Initial,
        AssignmentKind.Rate => OutlineKind.Rate,
        _ => OutlineKind.Rule,
    };

    private static (IReadOnlyList<string> Header, IReadOnlyDictionary<int, string> Remarks) Comments(string text)
    {
        List<string> header = [];
        Dictionary<int, string> remarks = [];
        bool atHead = true;
        string[] lines = text.Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            string line = lines[i].TrimEnd();
            string bare = line.TrimStart();
            if (!bare.StartsWith("//", StringComparison.Ordinal))
            {
                atHead = false;
                continue;
            }
            if (atHead) header.Add(bare[2..].StartsWith(' ') ? bare[3..] : bare[2..]);
            else remarks[i + 1] = bare[2..].Trim();
        }
        return (header, remarks);
    }
}
