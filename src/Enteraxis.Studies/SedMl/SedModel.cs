using System.Xml.Linq;
using Enteraxis.Studies.Experiments.Maths;

namespace Enteraxis.Studies.SedMl;

/// <param name="Language">A URN; urn:sedml:language:sbml and its versions, or urn:sedml:language:antimony.</param>
/// <param name="Source">A path beside the document, or # and the id of another model whose changes come first.</param>
public sealed record SedModel(string Id, string Name, string Language, string Source, IReadOnlyList<SedChange> Changes);

/// <summary>A change of a model's text before it is read.</summary>
/// <param name="Target">A path to an element, for attributes with /@name at its end.</param>
/// <param name="Line">0 where it was not read from a file.</param>
public abstract record SedChange(string Target, int Line);

public sealed record ChangeAttribute(string Target, string NewValue, int Line) : SedChange(Target, Line);

/// <summary>Adds, exchanges or removes elements.</summary>
public sealed record ChangeXml(string Target, XmlChangeKind Kind, IReadOnlyList<XElement> Elements, int Line) : SedChange(Target, Line);

public enum XmlChangeKind { Add, Replace, Remove }

/// <summary>Sets an attribute to a computed value.</summary>
public sealed record ComputeChange(string Target, SedCalculation Calculation, int Line) : SedChange(Target, Line);
