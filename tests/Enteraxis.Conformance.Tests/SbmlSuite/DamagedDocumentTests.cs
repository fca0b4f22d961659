using System.Diagnostics;
using System.Xml.Linq;
using Enteraxis.Modelling.Sbml;
using Enteraxis.Numerics;
using Enteraxis.Studies.Suites;

namespace Enteraxis.Conformance.Tests.SbmlSuite;

/// <summary>Documents of the suite with parts taken out, doubled, swapped or overwritten by chance: read or refused in a sentence, never anything else.</summary>
public sealed class DamagedDocumentTests
{
    private const double LongestSeconds = 2;

    private static readonly string[] Tokens = ["", "0", "-1", "1e400", "NaN", "INF", "x", "S1", "true", "3", "http://www.sbml.org/sbml/symbols/rateOf", "http://www.sbml.org/sbml/symbols/delay", "C", "k1", "sub1"];

    [Fact]
    public void A_damaged_document_is_read_or_refused_in_a_sentence()
    {
        string[] files = [.. SuiteCase.In(SharedArchive.Folder("sbml-suite/semantic.tar.xz")).Select(c => c.Model)];
        int tries = SharedArchive.Long ? 200_000 : 3_000;
        Random random = new(20260302);
        List<string> faults = [];
        int read = 0;
        for (int n = 0; n < tries && faults.Count < 20; n++)
        {
            string file = files[random.Next(files.Length)];
            XDocument document = XDocument.Load(file);
            for (int d = random.Next(1, 4); d > 0; d--) Damage(document.Root!, random);
            string text = document.ToString();
            Stopwatch clock = Stopwatch.StartNew();
            try
            {
                SbmlReader.ReadText(text);
                read++;
            }
            catch (InputException e)
            {
                if (e.Message.Length is 0 or > 2000 || e.Message.Contains('\n', StringComparison.Ordinal)) faults.Add($"{n} {Path.GetFileName(file)}: no sentence: {e.Message}");
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                faults.Add($"{n} {Path.GetFileName(file)}: {e.GetType().Name}: {e.Message} {e.StackTrace?.Split('\n').FirstOrDefault()}");
            }
            if (clock.Elapsed.TotalSeconds > LongestSeconds) faults.Add($"{n} {Path.GetFileName(file)}: {clock.Elapsed.TotalSeconds:F1} s");
        }
        Assert.Empty(faults);
        Assert.InRange(read, tries / 20, tries);
    }

    private static void Damage(XElement root, Random random)
    {
        XElement[] elements = [.. root.Descendants()];
        if (elements.Length == 0) return;
        XElement e = elements[random.Next(elements.Length)], other = elements[random.Next(elements.Length)];
        XAttribute[] attributes = [.. e.Attributes().Where(a => !a.IsNamespaceDeclaration)], others = [.. other.Attributes().Where(a => !a.IsNamespaceDeclaration)];
        switch (random.Next(7))
        {
            case 0: e.Remove(); break;
            case 1: e.AddAfterSelf(new XElement(e)); break;
            case 2: e.ReplaceWith(new XElement(other)); break;
            case 3 when attributes.Length > 0: attributes[random.Next(attributes.Length)].Value = Tokens[random.Next(Tokens.Length)]; break;
            case 4 when attributes.Length > 0: attributes[random.Next(attributes.Length)].Remove(); break;
            case 5 when attributes.Length > 0 && others.Length > 0: attributes[random.Next(attributes.Length)].Value = others[random.Next(others.Length)].Value; break;
            default:
                if (!e.HasElements) e.Value = Tokens[random.Next(Tokens.Length)];
                else e.Add(new XElement(other));
                break;
        }
    }
}
