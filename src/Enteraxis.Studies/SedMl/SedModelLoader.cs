using System.Globalization;
using System.Xml.Linq;
using Enteraxis.Modelling.Antimony;
using Enteraxis.Modelling.Models;
using Enteraxis.Modelling.Sbml;
using Enteraxis.Numerics;
using Enteraxis.Numerics.Files;
using Enteraxis.Numerics.Text;
using Enteraxis.Studies.Experiments.Maths;

namespace Enteraxis.Studies.SedMl;

/// <summary>Reads the models of a document with their changes made.</summary>
/// <remarks>Changes of SBML are made in its text, as SED-ML has them, so that what depends on a value follows. Antimony text takes changed attributes only, as values at the start.</remarks>
internal sealed class SedModelLoader(SedDocument document)
{
    private const int LongestChain = 50;
    private static readonly string[] Values = ["value", "size", "initialConcentration", "initialAmount"];

    private readonly string _folder = Path.GetDirectoryName(Path.GetFullPath(document.File)) ?? "";

    /// <param name="StartValues">What the model starts with instead of its own values.</param>
    internal sealed record Loaded(Model Model, IReadOnlyDictionary<string, double> StartValues);

    /// <param name="firesReactions">Whether its reactions fire one by one.</param>
    /// <exception cref="InputException">The source cannot be read, or a change does not fit it.</exception>
    internal Loaded Load(string id, bool firesReactions)
    {
        List<SedModel> chain = [document.Models.First(m => m.Id == id)];
        while (chain[^1].Source.StartsWith('#'))
        {
            string next = chain[^1].Source[1..];
            chain.Add(document.Models.FirstOrDefault(m => m.Id == next) ?? throw Fault(0, $"there is no model '{Echo.Of(next)}' to begin from.{NearestName.Hint(next, document.Models.Select(m => m.Id))}"));
            if (chain.Count > LongestChain) throw Fault(0, $"the model '{Echo.Of(id)}' begins from itself; name a file as the source of one.");
        }
        string path = Locate(chain[^1].Source);
        SedChange[] changes = [.. Enumerable.Reverse(chain).SelectMany(m => m.Changes)];
        string language = chain[^1].Language;
        if (language.Contains("antimony", StringComparison.OrdinalIgnoreCase) || Path.GetExtension(path).ToLowerInvariant() is ".ant" or ".txt")
            return firesReactions ? throw Fault(0, $"reactions of the model '{Echo.Of(id)}' cannot fire one by one, as Antimony text is read for its rates; give it as SBML.") : Antimony(path, changes);
        if (language.Length > 0 && !language.Contains("sbml", StringComparison.OrdinalIgnoreCase)) throw Fault(0, $"the language '{Echo.Of(language)}' of the model '{Echo.Of(id)}' is not read; SBML and Antimony are.");
        SbmlReadOptions options = new() { AmountsAndConcentrations = true, FiresReactions = firesReactions };
        if (changes.Length == 0) return new Loaded(SbmlReader.ReadFile(path, options), new Dictionary<string, double>());
        XDocument text = GuardedXml.Load(path);
        foreach (SedChange change in changes) Apply(text, change);
        return new Loaded(SbmlReader.Read(text, path, options), new Dictionary<string, double>());
    }

    private Loaded Antimony(string path, SedChange[] changes)
    {
        Dictionary<string, double> start = new(StringComparer.Ordinal);
        foreach (SedChange change in changes)
        {
            string name = Guard(change.Line, () => SedPath.Parse(change.Target)).Ids is [.., string last] ? last : throw Fault(change.Line, "the target names no id; write [@id='k'] in it.");
            start[name] = change switch
            {
                ChangeAttribute a => Number(a),
                ComputeChange { Calculation.Variables.Count: 0 } c => Evaluate(c, []),
                _ => throw Fault(change.Line, "only values of a model in Antimony text can be changed; change the text itself, or use SBML."),
            };
        }
        return new Loaded(AntimonyReader.ReadFile(path), start);
    }

    private void Apply(XDocument text, SedChange change)
    {
        SedPath path = Guard(change.Line, () => SedPath.Parse(change.Target));
        XElement target = Guard(change.Line, () => path.Select(text));
        switch (change)
        {
            case ChangeAttribute a:
                target.SetAttributeValue(path.Attribute ?? throw Fault(a.Line, "the target of changeAttribute names no attribute; end it with /@value or such."), a.NewValue);
                break;
            case ComputeChange c:
                string attribute = path.Attribute ?? Values.FirstOrDefault(v => target.Attribute(v) is not null) ?? throw Fault(c.Line, "the target of computeChange has no value to set; end it with /@value or such.");
                Dictionary<string, double> values = c.Calculation.Variables.ToDictionary(v => v.Id, v => ValueIn(text, v), StringComparer.Ordinal);
                target.SetAttributeValue(attribute, Evaluate(c, values).ToString("R", CultureInfo.InvariantCulture));
                break;
            case ChangeXml { Kind: XmlChangeKind.Add } x: target.Add(x.Elements); break;
            case ChangeXml { Kind: XmlChangeKind.Replace } x when target.Parent is not null: target.ReplaceWith(x.Elements); break;
            case ChangeXml when path.Attribute is not null: target.SetAttributeValue(path.Attribute, null); break;
            case ChangeXml when target.Parent is not null: target.Remove(); break;
            default: throw Fault(change.Line, "the whole document cannot be removed or exchanged; name another source.");
        }
    }

    private double ValueIn(XDocument text, SedVariable v)
    {
        SedPath path = Guard(v.Line, () => SedPath.Parse(v.Target));
        XElement element = Guard(v.Line, () => path.Select(text));
        XAttribute? value = path.Attribute is { } a ? element.Attribute(a) : Values.Select(n => element.Attribute(n)).FirstOrDefault(x => x is not null);
        return double.TryParse(value?.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : throw Fault(v.Line, $"the target of '{Echo.Of(v.Id)}' has no number to read; name an attribute that has one.");
    }

    private double Evaluate(ComputeChange c, Dictionary<string, double> values)
    {
        foreach ((string id, double value) in c.Calculation.Parameters) values[id] = value;
        return MathEvaluation.Of(c.Calculation.Math, n => values.TryGetValue(n, out double v) ? v : throw Fault(c.Line, $"'{Echo.Of(n)}' is no variable or parameter of the change.{NearestName.Hint(n, values.Keys)}"));
    }

    private double Number(ChangeAttribute a) => double.TryParse(a.NewValue, NumberStyles.Float, CultureInfo.InvariantCulture, out double v) ? v : throw Fault(a.Line, $"'{Echo.Of(a.NewValue)}' is no number; a model in Antimony text takes numbers.");

    private string Locate(string source)
    {
        if (source.Contains("://", StringComparison.Ordinal) || source.StartsWith("urn:", StringComparison.Ordinal)) throw Fault(0, $"the source '{Echo.Of(source)}' lies elsewhere, and nothing is fetched; save it beside the document and name the file.");
        string path = Path.GetFullPath(Path.Combine(_folder, source));
        return File.Exists(path) ? path : throw Fault(0, $"the source '{Echo.Of(source)}' is not there; paths begin at the document's folder.");
    }

    private T Guard<T>(int line, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (InputException e)
        {
            throw Fault(line, e.Message);
        }
    }

    private InputException Fault(int line, string what) => line > 0 ? InputException.At(document.File, line, 0, what) : new InputException($"{document.File}: {what}");
}
