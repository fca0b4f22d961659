using Enteraxis.Modelling.Antimony;
using Enteraxis.Modelling.Models;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Conformance.Tests;

/// <summary>Files of this repository.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>The model of models/ on its clock of days ("axis") or of hours ("axis-hours").</summary>
    public static Model Axis(string name = "axis") =>
        AntimonyReader.ReadFile(PathOf("models", name + ".ant"), new ReadOptions { ParameterValues = ParameterTable.Read(PathOf("models", "parameters.tsv")).Values });

    private static string Find()
    {
        for (DirectoryInfo? d = new(AppContext.BaseDirectory); d is not null; d = d.Parent)
            if (File.Exists(Path.Combine(d.FullName, "Enteraxis.slnx"))) return d.FullName;
        throw new InvalidOperationException("The tests run inside of the repository.");
    }
}
