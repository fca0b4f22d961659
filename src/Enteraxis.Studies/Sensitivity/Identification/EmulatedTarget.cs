using Enteraxis.Studies.Sensitivity.Emulation;

namespace Enteraxis.Studies.Sensitivity.Identification;

/// <summary>A target as an emulator makes it.</summary>
/// <param name="Emulator">Null where the output does not move: <paramref name="Constant"/>.</param>
/// <param name="Error">Of the target, the Monte Carlo error and the emulator's together.</param>
public sealed record EmulatedTarget(GaussianProcess? Emulator, double Constant, double Target, double Error)
{
    internal double Misfit(double[] z) => ((Emulator?.Mean(z) ?? Constant) - Target) / Error;

    internal double[] Slope(double[] z) => Emulator is null ? new double[z.Length] : [.. Emulator.Slope(z).Select(s => s / Error)];
}
