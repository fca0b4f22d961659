using Enteraxis.Studies.Sensitivity.Emulation;

namespace Enteraxis.Studies.Sensitivity.Outputs;

/// <summary>One output over the kept parameters.</summary>
/// <param name="Emulator">Null where the output did not move.</param>
/// <param name="Sobol">One a kept parameter; empty without an emulator.</param>
public sealed record EmulatedOutput(GaussianProcess? Emulator, EmulatorError LeaveOneOut, EmulatorError HeldOut, int Points, IReadOnlyList<SobolIndex> Sobol);
