using Enteraxis.Numerics;

namespace Enteraxis.Modelling.Antimony;

/// <summary>Loads the text of a model file within limits.</summary>
internal static class ModelText
{
    public static string Load(string path)
    {
        try
        {
            if (new FileInfo(path).Length > Lexer.LargestFileBytes) throw new InputException($"{path}: the file is larger than 16 MB; split the model into several files.");
            return File.ReadAllText(path).Replace("\r\n", "\n", StringComparison.Ordinal);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path}: the file cannot be read ({e.Message}); check its name and rights.", e);
        }
    }
}
