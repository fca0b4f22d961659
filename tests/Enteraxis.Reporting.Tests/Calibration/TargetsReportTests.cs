using System.Xml.Linq;
using Enteraxis.Reporting.Calibration;
using Enteraxis.Studies.Calibration;
using Enteraxis.Studies.Calibration.Predicted;

namespace Enteraxis.Reporting.Tests.Calibration;

public sealed class TargetsReportTests
{
    private static CalibrationTarget Target(string id, double low, double high) => new(id, "first", "mean", (low + high) / 2, low, high, (high - low) / 3.29, "mL", "EV-1", "");

    private static readonly TargetsResult Result = new(
    [
        new("first", Target("inside", 1, 2), 1.5, 1.2, 1.8, 0.1, 0.3, 2000, ""),
        new("first", Target("far_above", 1, 2), 9, 7, 11, 0.1, 0.3, 2000, "looking <hard>"),
        new("first", Target("sharp", 0, 0), 0, 0, 0, 0, 0, 2000, ""),
        new("first", Target("nobody_measures", 1, 2), double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, 0, ""),
    ], 20, 1, "Sets are draws.", "0");

    [Fact]
    public void Hits_misses_and_what_is_not_measured_are_told_apart()
    {
        string page = TargetsReport.Render(Result);
        Assert.Contains("2 of 3 measured targets met · 1 not measured", page, StringComparison.Ordinal);
        Assert.Contains("miss, above; without the bias of its source (looking &lt;hard&gt;)", page, StringComparison.Ordinal);
        Assert.Contains("not measured", page, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", page, StringComparison.Ordinal);
        // One sign of a hit for each hit, a cross for the miss.
        Assert.Equal(2, page.Split("<circle").Length - 1);
        Assert.Equal(2, page.Split("stroke-width=\"2.5\"").Length - 1);
        Assert.Equal(page, TargetsReport.Render(Result));
    }

    [Fact]
    public void The_page_is_well_formed() => Assert.NotNull(XDocument.Parse(TargetsReport.Render(Result).Replace("<!DOCTYPE html>", "", StringComparison.Ordinal)).Root);
}
