using System.Text;
using Enteraxis.Modelling.Antimony;
using Enteraxis.Modelling.Sbml;
using Enteraxis.Numerics.Files;
using Enteraxis.Studies.Experiments.Maths;
using Enteraxis.Studies.Omex;
using Enteraxis.Studies.Petab;
using Enteraxis.Studies.SedMl;
using Enteraxis.Studies.Yaml;

namespace Enteraxis.Fuzz;

/// <summary>The readers that take bytes from strangers. Each gives a result or an InputException; anything else is a finding.</summary>
internal static class Targets
{
    private const char FileBreak = '\f';

    private static readonly string Scratch = Path.Combine(Path.GetTempPath(), $"enteraxis-fuzz-{Environment.ProcessId}");

    private static readonly Dictionary<string, string> Written = new(StringComparer.Ordinal);

    public static IReadOnlyDictionary<string, Action<byte[]>> All { get; } = new Dictionary<string, Action<byte[]>>(StringComparer.Ordinal)
    {
        ["xml"] = b => GuardedXml.Parse("fuzz.xml", b),
        ["zip"] = b => ReadAll(ZipArchiveFile.Parse("fuzz.zip", b)),
        ["omex"] = b => OmexArchive.Parse("fuzz.omex", b),
        ["sbml"] = b => SbmlReader.Read(GuardedXml.Parse("fuzz.xml", b), "fuzz.xml"),
        ["sedml"] = b => SedWriter.Write(SedReader.Parse("fuzz.sedml", InputBytes.Decode("fuzz.sedml", b))),
        ["antimony"] = b => AntimonyReader.ReadText(InputBytes.Decode("fuzz.ant", b), "fuzz.ant"),
        ["formula"] = b => MathEvaluation.Of(MathParser.Parse(Encoding.UTF8.GetString(b)), _ => 1),
        ["yaml"] = b => YamlFile.Parse("fuzz.yaml", InputBytes.Decode("fuzz.yaml", b)),
        ["petab"] = Petab,
    };

    private static void ReadAll(ZipArchiveFile zip)
    {
        foreach (string entry in zip.Entries) zip.Read(entry);
    }

    // One input is all files of a problem, with form feeds between.
    private static void Petab(byte[] bytes)
    {
        Directory.CreateDirectory(Scratch);
        string[] names = ["problem.yaml", "parameters.tsv", "conditions.tsv", "experiments.tsv", "observables.tsv", "measurements.tsv", "mapping.tsv"];
        string[] texts = Encoding.Latin1.GetString(bytes).Split(FileBreak);
        for (int i = 0; i < names.Length; i++)
        {
            string text = texts.ElementAtOrDefault(i) ?? "";
            if (Written.TryGetValue(names[i], out string? before) && before == text) continue;
            File.WriteAllText(Path.Combine(Scratch, names[i]), text, Encoding.Latin1);
            Written[names[i]] = text;
        }
        PetabProblem.Read(Path.Combine(Scratch, names[0]));
    }
}
