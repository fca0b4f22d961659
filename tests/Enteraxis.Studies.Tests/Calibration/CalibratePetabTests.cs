using Enteraxis.Numerics.Summaries;
using Enteraxis.Studies.Calibration.FromPetab;
using Enteraxis.Studies.Petab;
using Enteraxis.Studies.Runs;
using Enteraxis.Studies.Tests.Petab;

namespace Enteraxis.Studies.Tests.Calibration;

public sealed class CalibratePetabTests
{
    // What is measured is 2 a, once, as 3 with noise 1; a second measurement has nothing to do with a.
    private static SmallProblem Linear() => new SmallProblem()
        .With("parameters.tsv", "parameterId\tlowerBound\tupperBound\tnominalValue\testimate\tpriorDistribution\tpriorParameters\na\t-20\t20\t0\ttrue\tnormal\t0;1\n")
        .With("observables.tsv", "observableId\tobservableFormula\tnoiseFormula\no\t2 * a\t1\np\tx\t1\n")
        .With("measurements.tsv", "observableId\texperimentId\ttime\tmeasurement\no\te\t2\t3\n")
        .With("more.tsv", "observableId\texperimentId\ttime\tmeasurement\np\te\t2\t1.6\n");

    private static PetabCalibrationRequest Request(SmallProblem problem, ScratchFolder folder, string name = "out")
    {
        problem.Read();
        return new PetabCalibrationRequest { ProblemPath = Path.Combine(problem.Folder, "problem.yaml"), OutDir = folder[name], Members = 600, Steps = 2 };
    }

    [Fact]
    public void A_linear_problem_gets_the_posterior_of_the_textbook()
    {
        using SmallProblem problem = Linear();
        using ScratchFolder folder = new();
        PetabCalibrationResult r = CalibratePetab.Run(Request(problem, folder));
        // Precision 1 + 4, mean 2·3/5.
        double[] a = [.. r.Members.Select(m => m[0])];
        Assert.Equal(6.0 / 5, Moments.Mean(a), 0.06);
        Assert.Equal(1 / Math.Sqrt(5), Moments.StandardDeviation(a), 0.04);
        Assert.True(r.IsHit(0));
        Assert.Equal(["o", "p"], File.ReadAllLines(folder["out", "fit.tsv"]).Skip(1).Select(l => l.Split('\t')[0]));
        Assert.Equal(601, File.ReadAllLines(folder["out", "ensemble.tsv"]).Length);
        Assert.True(File.Exists(folder["out", "inputs", "model.ant"]));
    }

    [Fact]
    public void A_run_that_was_stopped_ends_with_the_same_bytes()
    {
        using SmallProblem problem = Linear();
        using ScratchFolder folder = new();
        CalibratePetab.Run(Request(problem, folder, "one"));
        using CancellationTokenSource stop = new();
        Assert.ThrowsAny<OperationCanceledException>(() => CalibratePetab.Run(Request(problem, folder, "two"), new Stop(stop), stop.Token));
        CalibratePetab.Run(Request(problem, folder, "two"));
        foreach (string file in folder.Files("one").Where(f => !f.EndsWith(RunLog.FileName, StringComparison.Ordinal)))
            Assert.True(File.ReadAllBytes(folder[file]).AsSpan().SequenceEqual(File.ReadAllBytes(folder["two" + file["one".Length..]])), file);
    }

    [Fact]
    public void A_rate_is_found_on_its_logarithm()
    {
        // x = 2 exp(−k t) with k = 0.3, measured sharply at two times.
        using SmallProblem problem = new SmallProblem()
            .With("parameters.tsv", "parameterId\tlowerBound\tupperBound\tnominalValue\testimate\tpriorDistribution\tpriorParameters\nk\t0.01\t10\t0.5\ttrue\tlog-normal\t-1;0.5\n")
            .With("observables.tsv", "observableId\tobservableFormula\tnoiseFormula\no\tx\t0.02\n")
            .With("measurements.tsv", FormattableString.Invariant($"observableId\texperimentId\ttime\tmeasurement\no\te\t1\t{2 * Math.Exp(-0.3)}\no\te\t3\t{2 * Math.Exp(-0.9)}\n"))
            .With("more.tsv", "observableId\texperimentId\ttime\tmeasurement\n");
        using ScratchFolder folder = new();
        PetabCalibrationResult r = CalibratePetab.Run(Request(problem, folder) with { Members = 100, Steps = 4 });
        Assert.Equal(0.3, Quantile.Of([.. r.Members.Select(m => m[0])], 0.5), 0.01);
    }

    [Fact]
    public void Too_few_measurements_and_estimated_noise_get_a_sentence()
    {
        using ScratchFolder folder = new();
        using SmallProblem many = Linear().With("parameters.tsv", "parameterId\tlowerBound\tupperBound\tnominalValue\testimate\na\t0\t1\t0\ttrue\nb\t0\t1\t0\ttrue\nc\t0\t1\t0\ttrue\n")
            .With("observables.tsv", "observableId\tobservableFormula\tnoiseFormula\no\ta + b\t1\np\tx + c\t1\n");
        Assert.Contains("3 parameters are estimated from 2 measurements", Installation.Fault(() => { CalibratePetab.Run(Request(many, folder)); }), StringComparison.Ordinal);
        using SmallProblem noise = Linear().Replacing("observables.tsv", "2 * a\t1", "2 * x\ta");
        Assert.Contains("'a' is the size of a noise", Installation.Fault(() => { CalibratePetab.Run(Request(noise, folder)); }), StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["out"]));
    }

    [Theory]
    [InlineData(PriorKind.Normal, 1, 2, false)]
    [InlineData(PriorKind.LogNormal, 0, 1, false)]
    [InlineData(PriorKind.Laplace, 0, 1, true)]
    [InlineData(PriorKind.Gamma, 2, 1, false)]
    [InlineData(PriorKind.Uniform, 0, 3, true)]
    public void Quantiles_of_a_prior_lie_within_its_bounds_and_halve_its_mass(PriorKind kind, double a, double b, bool cut)
    {
        PriorLaw law = new(kind, a, b, cut ? 0.5 : double.NegativeInfinity, cut ? 2 : double.PositiveInfinity);
        double[] q = [.. Enumerable.Range(1, 99).Select(i => law.Quantile(i / 100.0))];
        Assert.True(q.Zip(q.Skip(1)).All(p => p.First < p.Second));
        if (cut) Assert.All(q, x => Assert.InRange(x, 0.5, 2));
        // The density integrates to the difference of the shares.
        const int n = 20_000;
        double h = (q[74] - q[24]) / n;
        Assert.Equal(0.5, Enumerable.Range(0, n).Sum(i => Math.Exp(law.LogDensity(q[24] + (i + 0.5) * h))) * h, 1e-6);
    }

    private sealed class Stop(CancellationTokenSource source) : IProgress<Enteraxis.Studies.People.StudyProgress>
    {
        public void Report(Enteraxis.Studies.People.StudyProgress value)
        {
            if (value.Fraction > 0.4) source.Cancel();
        }
    }
}
