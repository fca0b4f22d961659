namespace Enteraxis.Modelling.Sbml.Documents;

/// <summary>Where an element stands: kept as an annotation, so that copies made in flattening know their origin.</summary>
internal sealed record Place(string File, int Line);
