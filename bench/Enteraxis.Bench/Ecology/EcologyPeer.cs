using System.Globalization;
using System.Runtime.InteropServices;
using Enteraxis.Bench.Peers;

namespace Enteraxis.Bench.Ecology;

/// <summary>Another program at one task: its driver stands under bench/peers and prints CPU seconds.</summary>
/// <param name="Task">What the driver calls it.</param>
/// <param name="Bar">How many times its speed ours has to be; null where nothing was promised.</param>
internal sealed record EcologyPeer(string Key, string Label, string Install, string Program, string Driver, string Task, double? Bar)
{
    public static EcologyPeer ScikitBio(string drivers, string task, double? bar) => Python(drivers, "scikit_bio", "scikit-bio", "python3-skbio", task, bar);

    public static EcologyPeer UniFrac(string drivers, string task, double? bar) => Python(drivers, "unifrac", "unifrac (C++)", "python3-unifrac", task, bar);

    public static EcologyPeer Vegan(string drivers, string task, double? bar) =>
        new("vegan", "vegan", "apt-get install --no-install-recommends r-cran-vegan", "Rscript", Path.Combine(drivers, "ecology_vegan.R"), task, bar);

    /// <summary>CPU seconds and result; null where it is not here or failed, with the reason.</summary>
    public (double Seconds, double[] Values)? Run(string folder, out string trouble)
    {
        string file = $"{Key}-{Task}.bin";
        if (Tool.Run(Program, [Driver, Task, file], folder, out trouble) is not { } printed) return null;
        double seconds = double.Parse(printed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[^1], CultureInfo.InvariantCulture);
        return (seconds, MemoryMarshal.Cast<byte, double>(File.ReadAllBytes(Path.Combine(folder, file))).ToArray());
    }

    // Debian's packages belong to Debian's Python, which need not be the first on the path.
    private static EcologyPeer Python(string drivers, string key, string label, string package, string task, double? bar) =>
        new(key, label, "apt-get install --no-install-recommends " + package, File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3", Path.Combine(drivers, "ecology_peer.py"), task, bar);
}
