using Enteraxis.Numerics;
using Enteraxis.Numerics.Files;
using Enteraxis.Studies.Omex;

namespace Enteraxis.Cli;

/// <summary>What kind of experiment a file holds, if it holds one: SED-ML, a COMBINE archive or a PEtab problem.</summary>
internal enum ExperimentKind { None, SedMl, Omex, Petab }

internal static class ExperimentFile
{
    /// <summary>By the ending; .xml is SED-ML where its root says so.</summary>
    public static ExperimentKind KindOf(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".sedml" => ExperimentKind.SedMl,
        ".omex" or ".sedx" => ExperimentKind.Omex,
        ".yaml" or ".yml" => ExperimentKind.Petab,
        ".xml" when File.Exists(path) && GuardedXml.Load(path).Root!.Name.LocalName == "sedML" => ExperimentKind.SedMl,
        _ => ExperimentKind.None,
    };

    /// <summary>Unpacks an archive into a folder that goes when the work is done or stopped, and works on its main file there.</summary>
    public static T Within<T>(string archive, Func<string, T> work)
    {
        OmexArchive omex = OmexArchive.Read(archive);
        OmexEntry main = omex.Main ?? throw new InputException($"{archive}: the archive holds no SED-ML document and names no master; add one.");
        string folder = Directory.CreateTempSubdirectory("enteraxis-").FullName;
        try
        {
            omex.Extract(folder);
            return work(Path.Combine(folder, main.Location));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
