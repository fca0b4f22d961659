using Enteraxis.Numerics.Distributions;
using Enteraxis.Numerics.Random;
using Enteraxis.Studies.Sensitivity;
using Enteraxis.Studies.Sensitivity.Emulation;
using Enteraxis.Studies.Sensitivity.Identification;

namespace Enteraxis.Studies.Tests.Sensitivity;

/// <summary>A straight-line model y₁ = 2 a, y₂ = b + c: a is told, of b and c only the sum.</summary>
public sealed class IdentificationTests
{
    private static readonly double[][] Slopes = [[2, 0, 0], [0, 1, 1]];

    [Fact]
    public void The_direction_that_no_target_tells_is_found()
    {
        FisherInformation f = FisherInformation.Of(Slopes, [0.5, 0.5], []);
        Assert.Equal(2, f.Rank);
        Assert.Equal(2, f.Informed);
        Assert.Equal([16, 8, 0], f.Directions.Select(d => Math.Round(d.Information, 9)));
        double[] lost = f.Directions[2].Loads;
        Assert.Equal(0, lost[0], 1e-9);
        Assert.Equal(-1, lost[2] / lost[1], 1e-9);
    }

    [Fact]
    public void Errors_are_those_of_the_straight_line_model()
    {
        FisherInformation f = FisherInformation.Of(Slopes, [0.5, 0.5], []);
        Assert.Equal(0.25, f.Parameters[0].TargetError, 12);
        Assert.Equal(Math.Sqrt(1 / 17.0), f.Parameters[0].PosteriorError, 12);
        Assert.True(double.IsPositiveInfinity(f.Parameters[1].TargetError));
        // By hand: the inverse of [[5, 4], [4, 5]] has 5/9 on its diagonal.
        Assert.Equal(Math.Sqrt(5 / 9.0), f.Parameters[1].PosteriorError, 12);
        Assert.True(f.Parameters[0].IsIdentifiable);
        Assert.False(f.Parameters[1].IsIdentifiable);
    }

    [Fact]
    public void Slopes_of_mere_noise_are_not_taken_for_information()
    {
        KeyedStream chance = new(1, 0, 0xF0000002);
        double[][][] groups = [.. Enumerable.Range(0, 8).Select(g => Enumerable.Range(0, 4).Select(t => Enumerable.Range(0, 4).Select(i => chance.Normal((ulong)(g * 16 + t * 4 + i))).ToArray()).ToArray())];
        double[][] Mean(int without) => [.. Enumerable.Range(0, 4).Select(t => Enumerable.Range(0, 4).Select(i => groups.Where((_, g) => g != without).Average(x => x[t][i])).ToArray())];
        FisherInformation f = FisherInformation.Of(Mean(-1), [0.1, 0.1, 0.1, 0.1], [.. Enumerable.Range(0, 8).Select(Mean)]);
        Assert.True(f.Directions[0].Information > 1);
        Assert.True(f.Informed <= 1, $"{f.Informed}");
    }

    [Fact]
    public void Profiles_tell_the_one_that_is_identifiable_from_those_that_are_not()
    {
        SobolPoints sobol = new(3, 1);
        double[][] x = [.. Enumerable.Range(0, 40).Select(i => sobol.Point((uint)i).Select(NormalLaw.Quantile).ToArray())];
        EmulatedTarget Target(Func<double[], double> f, double aim) => new(GaussianProcess.Fit(x, [.. x.Select(f)]), 0, aim, 0.5);
        (ParameterProfile[] profiles, double[] best, double least) = ProfileLikelihood.Of([Target(z => 2 * z[0], 1), Target(z => z[1] + z[2], 0)], 3);
        Assert.Equal(ProfileVerdict.Identifiable, profiles[0].Verdict);
        Assert.Equal(ProfileVerdict.OnlyByPrior, profiles[1].Verdict);
        Assert.Equal(ProfileVerdict.OnlyByPrior, profiles[2].Verdict);
        // By hand: 0.5 ± 1.96 · 0.5 / 2.
        Assert.Equal(0.5, best[0], 0.01);
        Assert.Equal(0.5 - 0.49, profiles[0].Low, 0.05);
        Assert.Equal(0.5 + 0.49, profiles[0].High, 0.05);
        Assert.Equal(0, least, 0.01);
    }

    [Fact]
    public void What_is_bounded_on_one_side_says_so()
    {
        SobolPoints sobol = new(1, 1);
        double[][] x = [.. Enumerable.Range(0, 40).Select(i => sobol.Point((uint)i).Select(NormalLaw.Quantile).ToArray())];
        // Flat below nothing, steep above.
        GaussianProcess g = GaussianProcess.Fit(x, [.. x.Select(z => Math.Log(1 + Math.Exp(4 * z[0])))])!;
        ParameterProfile p = ProfileLikelihood.Of([new EmulatedTarget(g, 0, 0, 1)], 1).Profiles[0];
        Assert.Equal(ProfileVerdict.OneSided, p.Verdict);
        Assert.InRange(p.High, 0.2, 0.8);
    }

    [Fact]
    public void The_jackknife_of_a_mean_is_its_standard_error()
    {
        double[] x = [3, 1, 4, 1, 5, 9, 2, 6];
        double mean = x.Average(), known = Math.Sqrt(x.Sum(v => (v - mean) * (v - mean)) / 7 / 8);
        Assert.Equal(known, Jackknife.Error([.. x.Select((v, i) => (x.Sum() - v) / 7)]), 12);
        Assert.True(double.IsNaN(Jackknife.Error([1])));
    }
}
