using System.Globalization;
using Enteraxis.Bench.Workloads;

namespace Enteraxis.Bench.Peers;

/// <summary>Another engine that runs the same people: its driver stands under bench/peers and prints CPU seconds and steps.</summary>
internal sealed class Peer
{
    private readonly string _drivers, _program;
    private readonly string[] _arguments;
    private readonly Func<string, string, string?> _build;

    private Peer(string key, string label, string install, string drivers, string program, string[] arguments, Func<string, string, string?> build, bool slow) =>
        (Key, Label, Install, _drivers, _program, _arguments, _build, IsSlow) = (key, label, install, drivers, program, arguments, build, slow);

    /// <summary>Key of the results: ratio_KEY.</summary>
    public string Key { get; }
    public string Label { get; }

    /// <summary>How to install it on Debian.</summary>
    public string Install { get; }

    /// <summary>Gets few people: an interpreted driver.</summary>
    public bool IsSlow { get; }

    public static IReadOnlyList<Peer> All(string drivers)
    {
        string python = Tool.Run("python3", ["-c", "import scipy"], drivers, out _) is null ? "/usr/bin/python3" : "python3";
        string shared = Path.Combine(drivers, "rates.c");
        return
        [
            new("cvode_klu", "SUNDIALS CVODE (BDF) + KLU", "apt-get install --no-install-recommends gcc libsundials-dev libsuitesparse-dev", drivers, "./cvode", [],
                (folder, source) => Compile(folder, [Path.Combine(source, "cvode.c"), "-I/usr/include/suitesparse", "-o", "cvode", "-lsundials_cvode", "-lsundials_nvecserial",
                    "-lsundials_sunmatrixsparse", "-lsundials_sunlinsolklu", "-lklu", "-lsundials_generic", "-lm"]), slow: false),
            new("desolve", "deSolve (bdf, compiled C)", "apt-get install --no-install-recommends gcc r-base-dev r-cran-desolve", drivers, "Rscript", [Path.Combine(drivers, "desolve.R")],
                (folder, _) => Tool.Run("Rscript", ["-e", "library(deSolve)"], folder, out string missing) is null ? missing : Library(folder, shared), slow: false),
            new("scipy", "SciPy (LSODA, C rates)", "apt-get install --no-install-recommends gcc python3-scipy", drivers, python, [Path.Combine(drivers, "scipy_peer.py")],
                (folder, _) => Tool.Run(python, ["-c", "import scipy"], folder, out string missing) is null ? missing : Library(folder, shared), slow: true),
        ];
    }

    /// <summary>Null where it is ready, else what is missing.</summary>
    public string? Build(PeerModel model) => _build(model.Folder, _drivers);

    /// <summary>Runs the first people and gives CPU seconds and mean steps a person (NaN where it does not tell); courses go to FOLDER/KEY.bin.</summary>
    public (double Seconds, double Steps)? Run(PeerModel model, int people, double rtol, double atol, out string trouble)
    {
        string[] numbers = [people.ToString(CultureInfo.InvariantCulture), rtol.ToString("R", CultureInfo.InvariantCulture), atol.ToString("R", CultureInfo.InvariantCulture), $"{Key}.bin"];
        string? printed = Tool.Run(_program.StartsWith("./", StringComparison.Ordinal) ? Path.Combine(model.Folder, _program) : _program, [.. _arguments, .. numbers], model.Folder, out trouble);
        if (printed is null) return null;
        string[] words = printed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return (double.Parse(words[^2], CultureInfo.InvariantCulture), double.Parse(words[^1], CultureInfo.InvariantCulture));
    }

    /// <summary>What <see cref="Run"/> left: [person, output, observable].</summary>
    public double[][] Courses(PeerModel model, Workload workload)
    {
        byte[] bytes = File.ReadAllBytes(Path.Combine(model.Folder, $"{Key}.bin"));
        int each = workload.OutputTimes.Count * workload.Observables.Count;
        double[] all = new double[bytes.Length / sizeof(double)];
        Buffer.BlockCopy(bytes, 0, all, 0, all.Length * sizeof(double));
        return [.. all.Chunk(each)];
    }

    private static string? Library(string folder, string source) => Compile(folder, ["-shared", "-fPIC", source, "-o", "rates.so", "-lm"]);

    // The flags of the shared yardstick: peers may use whatever this processor has.
    private static string? Compile(string folder, string[] rest) =>
        Tool.Run("gcc", ["-O3", "-march=native", "-ffast-math", "-fno-finite-math-only", "-I.", .. rest], folder, out string trouble) is null ? trouble : null;
}
