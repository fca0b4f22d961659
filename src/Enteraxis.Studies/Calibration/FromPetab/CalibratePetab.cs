using Enteraxis.Numerics;
using Enteraxis.Numerics.Summaries;
using Enteraxis.Studies.People;
using Enteraxis.Studies.Petab;
using Enteraxis.Studies.Runs;

namespace Enteraxis.Studies.Calibration.FromPetab;

/// <summary>The ensemble smoother of the stages over a PEtab problem: estimated parameters with their priors move until simulations agree with the measurements within their noise.</summary>
/// <remarks>Noise by Laplace's law counts as normal of the same variance. Noise must be known: a smoother learns from misfits, which say nothing of their own size to it.</remarks>
public static class CalibratePetab
{
    // Members whose simulations are kept together on disk.
    private const int Part = 16;

    /// <exception cref="InputException">A faulty problem, more free parameters than measurements, or noise that is itself estimated; the folder is as it was.</exception>
    /// <exception cref="OperationCanceledException">Stopped; the same request goes on later.</exception>
    public static PetabCalibrationResult Run(PetabCalibrationRequest request, IProgress<StudyProgress>? progress = null, CancellationToken cancellation = default)
    {
        if (request.Members is < 8 or > 10_000 || request.Steps is < 1 or > 20) throw new InputException("--members: 8 to 10,000 members and 1 to 20 steps (--steps) are possible.");
        PetabProblem problem = PetabProblem.Read(request.ProblemPath);
        FreePetabParameter[] free = [.. problem.Parameters.Where(p => p.Estimate).Select(FreePetabParameter.Of)];
        Check(problem, free, request.ProblemPath);
        PetabSimulation simulation = new(problem);
        string root = Path.GetDirectoryName(request.ProblemPath) ?? "";
        SortedDictionary<string, byte[]> inputs = new(StringComparer.Ordinal);
        foreach (string file in problem.Files.Where(f => !Path.IsPathRooted(f) && !f.Contains("..", StringComparison.Ordinal))) inputs["inputs/" + file.Replace('\\', '/')] = File.ReadAllBytes(Path.Combine(root, file));
        RunFolder folder = RunFolder.Open(request.OutDir, Manifest(request, problem, root, inputs), inputs);
        try
        {
            double[] measured = [.. problem.Measurements.Select(m => On(problem, m, m.Value))], errors = [];
            double[][] z = EnsembleSmoother.Prior(request.Members, free.Length, request.Seed), prior = [], made = [];
            for (int step = 0; step <= request.Steps; step++)
            {
                (made, errors) = Make(problem, free, simulation, z, folder.Chunks, step, done => progress?.Report(new StudyProgress((step + done) / (request.Steps + 1), FormattableString.Invariant($"{problem.Name}, step {step} of {request.Steps}"))), cancellation);
                if (step == 0) prior = made;
                if (step < request.Steps) EnsembleSmoother.Step(z, made, measured, errors, request.Steps, request.Seed, step);
            }
            PetabCalibrationResult result = new(problem, free, prior, made, measured, errors, [.. z.Select(member => free.Select((p, i) => p.At(member[i])).ToArray())], StudyInputs.Version);
            PetabCalibrationTables.Write(folder, result);
            folder.Finish();
            progress?.Report(new StudyProgress(1, "Done"));
            return result;
        }
        catch (InputException)
        {
            folder.Undo();
            throw;
        }
    }

    private static void Check(PetabProblem problem, FreePetabParameter[] free, string path)
    {
        if (free.Length == 0) throw new InputException($"{path}: no parameter of the table is estimated; set estimate for at least one.");
        if (free.Length > problem.Measurements.Count)
            throw new InputException(FormattableString.Invariant($"{path}: {free.Length} parameters are estimated from {problem.Measurements.Count} measurements; free parameters never outnumber what they answer to. Fix some of them."));
        foreach (FreePetabParameter p in free)
        {
            bool isNoise = problem.Observables.Any(o => o.Noise.Names().Contains(p.Row.Id)) || problem.Measurements.Any(m => m.NoiseParameters.Any(n => n.Names().Contains(p.Row.Id)));
            if (isNoise) throw new InputException($"{path}: '{p.Row.Id}' is the size of a noise and estimated; the smoother needs noise that is known. Give it a value and no estimate.");
        }
    }

    private static (double[][] Made, double[] Errors) Make(PetabProblem problem, FreePetabParameter[] free, PetabSimulation simulation, double[][] z, ChunkStore store, int step, Action<double> done, CancellationToken cancellation)
    {
        int count = problem.Measurements.Count;
        double[][] made = new double[z.Length][], noise = new double[z.Length][];
        InputException? last = null;
        for (int first = 0; first < z.Length; first += Part)
        {
            int[] part = [.. Enumerable.Range(first, Math.Min(Part, z.Length - first))];
            double[] numbers = store.Get(FormattableString.Invariant($"step-{step:D2}-members-{first:D5}"), () => [.. part.SelectMany(j => Simulate(z[j]))]);
            foreach (int j in part) (made[j], noise[j]) = (numbers[(2 * (j - first) * count)..((2 * (j - first) + 1) * count)], numbers[((2 * (j - first) + 1) * count)..(2 * (j - first + 1) * count)]);
            done((first + part.Length) / (double)z.Length);
        }
        double[] errors = [.. Enumerable.Range(0, count).Select(i => noise.Select(n => n[i]).Where(double.IsFinite).ToArray() is { Length: > 0 } known ? Quantile.Of(known, 0.5) : double.NaN)];
        int faulty = Array.FindIndex(errors, e => !(e > 0));
        if (faulty < 0) return (made, errors);
        if (made.All(m => m.All(double.IsNaN)) && last is not null) throw last;
        throw new InputException($"{problem.Measurements[faulty].Place}: no member gives this measurement a noise above 0; check the noise formula and the priors.");

        double[] Simulate(double[] member)
        {
            cancellation.ThrowIfCancellationRequested();
            Dictionary<string, double> values = problem.Parameters.Where(p => !p.Estimate).ToDictionary(p => p.Id, p => p.Nominal!.Value, StringComparer.Ordinal);
            for (int i = 0; i < free.Length; i++) values[free[i].Row.Id] = free[i].At(member[i]);
            try
            {
                IReadOnlyList<PetabPoint> points = simulation.Run(values, null, cancellation).Points;
                return [.. points.Select(p => On(problem, p.Measurement, p.Simulation)), .. points.Select(p => Sd(problem, p))];
            }
            catch (InputException e)
            {
                // A place where the model cannot be simulated teaches nothing; that all are such places is told below.
                last = e;
                return [.. Enumerable.Repeat(double.NaN, 2 * count)];
            }
        }
    }

    private static NoiseModel Noise(PetabProblem problem, PetabMeasurement m) => problem.Observables.First(o => o.Id == m.Observable).Model;

    private static double On(PetabProblem problem, PetabMeasurement m, double value) => Noise(problem, m).Scale switch { PetabScale.Log => Math.Log(value), PetabScale.Log10 => Math.Log10(value), _ => value };

    private static double Sd(PetabProblem problem, PetabPoint p) => Noise(problem, p.Measurement).Law == NoiseLaw.Laplace ? Math.Sqrt(2) * p.Noise : p.Noise;

    private static RunManifest Manifest(PetabCalibrationRequest request, PetabProblem problem, string root, IReadOnlyDictionary<string, byte[]> inputs) => new()
    {
        Study = "calibrate petab", Version = StudyInputs.Version, Seed = request.Seed,
        Command = ["calibrate", "inputs/" + problem.Files[0], "--members", FormattableString.Invariant($"{request.Members}"), "--steps", FormattableString.Invariant($"{request.Steps}")],
        Options = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["members"] = FormattableString.Invariant($"{request.Members}"), ["steps"] = FormattableString.Invariant($"{request.Steps}") },
        Inputs = [.. inputs.Select(i => new HashedFile("input", i.Key, RunManifest.Hash(i.Value)))],
        // Files outside the problem's folder are not copied; what is in them still decides the numbers.
        Models = [.. problem.Files.Where(f => !inputs.ContainsKey("inputs/" + f.Replace('\\', '/'))).Select(f => new HashedFile("outside", Path.GetFileName(f), RunManifest.HashOf(Path.Combine(root, f))))],
    };
}
