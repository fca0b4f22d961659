using System.Text;
using System.Xml;
using Enteraxis.Modelling.Models;
using Enteraxis.Modelling.Models.Forms;
using Enteraxis.Numerics;

namespace Enteraxis.Modelling.Sbml.Write;

/// <summary>Writes a model as a flat SBML document of level 3 version 2: quantities as parameters, with units, terms of the SBO, notes and MIRIAM annotations.</summary>
/// <remarks>
/// States have rate rules (or algebraic ones), assigned quantities assignment rules; jumps and drives become events (<see cref="ThresholdForm"/>). Formulas keep the order
/// of computing. Reactions and compartments are resolved in a <see cref="Model"/> and do not come back.
/// Reference: M. Hucka and others, Journal of Integrative Bioinformatics 2019, doi 10.1515/jib-2019-0021; draws: L. P. Smith and others, 2020, doi 10.1515/jib-2020-0018.
/// </remarks>
public static class SbmlWriter
{
    /// <summary>The document as text in UTF-8, with \n at line ends.</summary>
    /// <exception cref="InputException">The model holds what SBML cannot say.</exception>
    public static string Write(Model model, SbmlOptions? options = null)
    {
        if (model.Reactions.Count > 0)
            throw new InputException($"The model '{model.Name}' was read for a stochastic run, in which reactions fire one by one; read it for an ordinary run to write it.");
        if (model.States.FirstOrDefault(s => s.FastChanges.Count > 0) is { } fast)
            throw new InputException($"'{fast.Name}' of the model '{model.Name}' belongs to a fast reaction, which this level of SBML no longer has; write the model without it.");
        using MemoryStream bytes = new();
        using (XmlWriter xml = XmlWriter.Create(bytes, new XmlWriterSettings { Indent = true, IndentChars = " ", NewLineChars = "\n", Encoding = new UTF8Encoding(false) }))
            new DocumentWriter(xml, ThresholdForm.Of(model), options ?? new SbmlOptions()).Write();
        return Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }

    /// <summary>The identifiers that the quantities take in the document.</summary>
    public static Identifiers NamesOf(Model model) => new(model, DrawFunctions.IsName);
}
