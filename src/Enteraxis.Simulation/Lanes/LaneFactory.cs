using System.Runtime.Intrinsics;
using Enteraxis.Numerics;
using Enteraxis.Numerics.Lanes;
using Enteraxis.Simulation.Solvers;

namespace Enteraxis.Simulation.Lanes;

/// <summary>Makes the lane form of a model for the width that was asked for, or the widest that the processor really has.</summary>
internal static class LaneFactory
{
    /// <summary>Vectors wider than the processor's would be emulated, many times slower.</summary>
    internal static int WidestOfProcessor => Vector512.IsHardwareAccelerated ? 8 : Vector256.IsHardwareAccelerated ? 4 : Vector128.IsHardwareAccelerated ? 2 : 1;

    internal static LaneModel Compile(CompiledModel model, int width) => width switch
    {
        8 => LaneModel.Compile<Lane8>(model),
        4 => LaneModel.Compile<Lane4>(model),
        2 => LaneModel.Compile<Lane2>(model),
        1 => LaneModel.Compile<Lane1>(model),
        0 => Compile(model, WidestOfProcessor),
        _ => throw new InputException($"There are no {width} lanes; ask for 8, 4, 2 or 1, or 0 for the processor's widest."),
    };

    internal static LaneStepper Stepper(LaneModel model, SolverKind kind) => (model.Width, kind) switch
    {
        (8, SolverKind.Explicit) => TsitourasLanes<Lane8>.Create(model),
        (4, SolverKind.Explicit) => TsitourasLanes<Lane4>.Create(model),
        (2, SolverKind.Explicit) => TsitourasLanes<Lane2>.Create(model),
        (_, SolverKind.Explicit) => TsitourasLanes<Lane1>.Create(model),
        (8, _) => RosenbrockLanes<Lane8>.Create(model),
        (4, _) => RosenbrockLanes<Lane4>.Create(model),
        (2, _) => RosenbrockLanes<Lane2>.Create(model),
        _ => RosenbrockLanes<Lane1>.Create(model),
    };
}
