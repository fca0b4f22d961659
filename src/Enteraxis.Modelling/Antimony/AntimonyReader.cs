using Enteraxis.Modelling.Antimony.Flattening;
using Enteraxis.Modelling.Antimony.Syntax;
using Enteraxis.Modelling.Models;
using Enteraxis.Numerics;

namespace Enteraxis.Modelling.Antimony;

/// <summary>Reads Antimony text into a flat <see cref="Model"/>: modules instantiated, synonyms resolved, units checked.</summary>
/// <remarks>
/// Besides Antimony: an event trigger <c>hazard(rate)</c> or <c>hazard(rate, strip)</c> is a random jump, and <c>x := ornstein_uhlenbeck(tau, sd, hold)</c> a drive.
/// What is not supported (algebraic rules, fast reactions, conversion factors, flux constraints) is refused by name with its place.
/// Language: L. P. Smith and others, Antimony: a modular model definition language, Bioinformatics 2009, doi 10.1093/bioinformatics/btp401.
/// </remarks>
public static class AntimonyReader
{
    /// <exception cref="InputException">The file cannot be read or does not say a model; the sentence gives file, line and column.</exception>
    public static Model ReadFile(string path, ReadOptions? options = null)
    {
        string full = Path.GetFullPath(path);
        if (!File.Exists(full)) throw new InputException($"{path}: there is no such file; check the name and the folder.");
        Library library = new();
        library.Files.Add(full);
        Parser.Read(ModelText.Load(full), full, Path.GetFileName(path), library);
        return Build(library, options ?? new ReadOptions(), Path.GetFileName(path));
    }

    /// <param name="fileName">What error sentences call the text. A text in memory cannot import files.</param>
    public static Model ReadText(string text, string fileName = "model.ant", ReadOptions? options = null)
    {
        Library library = new();
        Parser.Read(text.Replace("\r\n", "\n", StringComparison.Ordinal), "", fileName, library);
        return Build(library, options ?? new ReadOptions(), fileName);
    }

    private static Model Build(Library library, ReadOptions options, string fileName)
    {
        ModelDefinition? chosen = options.ModelName is { } name
            ? library.Models.GetValueOrDefault(name) ?? throw new InputException($"{fileName}: there is no model '{name}'; there are {string.Join(", ", library.Models.Keys)}.")
            : library.Main ?? library.Last;
        if (chosen is null) throw new InputException($"{fileName}: the text holds no model; write statements, or model NAME() … end.");
        FlatModel flat = new Flattener(library).Flatten(chosen);
        return new ModelBuilder(flat, library, options).Build(chosen.Name);
    }
}
