using Enteraxis.Modelling.Antimony;
using Enteraxis.Numerics;

namespace Enteraxis.Modelling.Tests.Antimony;

public sealed class PublicModelTests
{
    private const string Archive = "models/biomodels-antimony.tar.xz";

    [Fact]
    public void Public_models_are_read_or_refused_by_name()
    {
        string? shared = Shared();
        if (shared is null || !File.Exists(Path.Combine(shared, Archive)))
            Assert.Skip("The public models are read in place from the shared folder (ENTERAXIS_SHARED or ../shared), which is not here.");
        string folder = Directory.CreateTempSubdirectory("enteraxis-").FullName;
        try
        {
            using System.Diagnostics.Process tar = System.Diagnostics.Process.Start("tar", ["-xJf", Path.Combine(shared, Archive), "-C", folder]);
            tar.WaitForExit();
            if (tar.ExitCode != 0) Assert.Skip("The archive of public models needs tar with xz, which is not here.");
            string[] files = [.. Directory.EnumerateFiles(folder, "*.txt", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
            List<string> refused = [];
            foreach (string file in files)
                try
                {
                    Assert.NotNull(AntimonyReader.ReadFile(file));
                }
                catch (InputException e)
                {
                    refused.Add(e.Message);
                }
            Assert.True(refused.Count <= files.Length / 50, $"{refused.Count} of {files.Length} refused:\n" + string.Join('\n', refused));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string? Shared()
    {
        if (Environment.GetEnvironmentVariable("ENTERAXIS_SHARED") is { Length: > 0 } named) return named;
        for (DirectoryInfo? d = new(AppContext.BaseDirectory); d is not null; d = d.Parent)
            if (File.Exists(Path.Combine(d.FullName, "Enteraxis.slnx")))
                return Path.Combine(d.FullName, "..", "shared") is var s && Directory.Exists(s) ? s : null;
        return null;
    }
}
