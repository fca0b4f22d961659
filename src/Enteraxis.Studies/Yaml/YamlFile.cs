using Enteraxis.Numerics;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Enteraxis.Studies.Yaml;

/// <summary>A YAML file whose errors name file and line and whose unknown keys are refused.</summary>
public static class YamlFile
{
    /// <returns>The root mapping.</returns>
    /// <exception cref="InputException">Missing, unreadable, or no mapping of keys.</exception>
    public static YamlMap Read(string path)
    {
        if (!File.Exists(path)) throw new InputException($"{path}: the file is not there; check the path.");
        return Parse(path, File.ReadAllText(path));
    }

    public static YamlMap Parse(string name, string text)
    {
        YamlStream stream = [];
        try
        {
            stream.Load(new StringReader(text));
        }
        catch (YamlException e)
        {
            throw InputException.At(name, (int)e.Start.Line, (int)e.Start.Column, "this is no valid YAML; write one 'key: value' a line, indented with blanks.");
        }
        if (stream.Documents.Count == 0) throw new InputException($"{name}: the file is empty; expected 'key: value' lines.");
        return stream.Documents[0].RootNode is YamlMappingNode map
            ? new YamlMap(name, map)
            : throw InputException.At(name, 1, 0, "expected 'key: value' lines.");
    }
}
