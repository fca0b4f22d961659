using Enteraxis.Studies.Sensitivity.Levers;
using Enteraxis.Studies.Sensitivity.Outputs;

namespace Enteraxis.Studies.Sensitivity;

/// <summary>What the page is made from.</summary>
public sealed record SensitivityResult(SensitivityFile File, OutputFindings? Outputs, LeverFindings? Levers, string Version);
