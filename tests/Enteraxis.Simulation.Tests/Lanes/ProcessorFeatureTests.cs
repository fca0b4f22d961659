using System.Diagnostics;
using System.Runtime.Intrinsics;

namespace Enteraxis.Simulation.Tests.Lanes;

/// <summary>
/// The golden hash on lesser processors: this test program is run again with features of the processor switched off, where the widest lanes are narrower
/// and a fused multiply–add may be no instruction of its own.
/// </summary>
public sealed class ProcessorFeatureTests
{
    /// <summary>Tells the program that is run again how many lanes it must find.</summary>
    internal const string ExpectedWidth = "ENTERAXIS_EXPECTED_WIDTH";

    /// <summary>As the engine chooses, from the same three properties.</summary>
    internal static int Widest => Vector512.IsHardwareAccelerated ? 8 : Vector256.IsHardwareAccelerated ? 4 : Vector128.IsHardwareAccelerated ? 2 : 1;

    // .NET 10 knows DOTNET_EnableAVX512; DOTNET_EnableAVX512F of earlier versions changes nothing here. EnableAVX2=0 takes fused multiply–add with it.
    [Theory]
    [InlineData("DOTNET_EnableAVX512", 4)]
    [InlineData("DOTNET_EnableAVX2", 2)]
    [InlineData("DOTNET_EnableHWIntrinsic", 1)]
    public async Task The_bits_are_the_committed_ones_with_the_feature_switched_off(string feature, int width)
    {
        if (Widest < width) Assert.Skip($"This processor has {Widest} lanes at the widest; {feature} switched off leaves no fewer.");
        string self = typeof(ProcessorFeatureTests).Assembly.Location, program = Environment.ProcessPath!;
        ProcessStartInfo start = new(program) { RedirectStandardOutput = true, RedirectStandardError = true };
        // The program is either the tests' own or dotnet, which is told what to run.
        if (Path.GetFileNameWithoutExtension(program) == "dotnet") start.ArgumentList.Add(self);
        string test = $"{typeof(GoldenHashTests).FullName}.{nameof(GoldenHashTests.The_bits_are_the_committed_ones_at_the_widest_that_the_processor_has)}";
        foreach (string argument in new[] { "--progress", "off", "--no-ansi", "--filter-method", test }) start.ArgumentList.Add(argument);
        start.Environment[feature] = "0";
        start.Environment[ExpectedWidth] = $"{width}";
        using Process child = Process.Start(start)!;
        Task<string> errors = child.StandardError.ReadToEndAsync();
        string output = await child.StandardOutput.ReadToEndAsync();
        await child.WaitForExitAsync();
        // It ends with 0 only where a test was found and none failed.
        Assert.True(child.ExitCode == 0, $"{feature}=0 ended with {child.ExitCode}:\n{output}\n{await errors}");
    }
}
