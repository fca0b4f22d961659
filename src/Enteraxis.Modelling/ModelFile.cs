using Enteraxis.Modelling.Antimony;
using Enteraxis.Modelling.Models;
using Enteraxis.Modelling.Sbml;
using Enteraxis.Numerics;

namespace Enteraxis.Modelling;

/// <summary>Reads a model from a file of any kind that Enteraxis speaks: Antimony text (.ant, .txt) or SBML (.xml, .sbml).</summary>
public static class ModelFile
{
    /// <exception cref="InputException">Not a model file, cannot be read, or says what is not supported; the sentence gives the place.</exception>
    public static Model Read(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".ant" or ".txt" => AntimonyReader.ReadFile(path),
        ".xml" or ".sbml" => SbmlReader.ReadFile(path),
        _ => throw new InputException($"{path}: the kind of the file is not known by its name; Antimony text ends in .ant or .txt, SBML in .xml or .sbml."),
    };

    /// <summary>Every fault of a model file that can be told at once, one sentence each with its place and remedy, then warnings (units that do not fit, for example).</summary>
    public static (IReadOnlyList<string> Faults, IReadOnlyList<string> Warnings) Check(string path)
    {
        try
        {
            return Path.GetExtension(path).ToLowerInvariant() is ".xml" or ".sbml" ? SbmlReader.Check(path) : ([], Read(path).Warnings);
        }
        catch (InputException e)
        {
            return ([e.Message], []);
        }
    }
}
