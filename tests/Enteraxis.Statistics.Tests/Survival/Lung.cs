using Enteraxis.Statistics.Survival;

namespace Enteraxis.Statistics.Tests.Survival;

/// <summary>Survival of people with advanced lung cancer, from R's package survival.</summary>
internal sealed class Lung
{
    private readonly Table _table = Table.Shared("lung");

    public double[] Of(string column) => _table.Numbers(column);

    public SurvivalTimes Times => new(Of("time"), [.. Of("status").Select(s => s == 2)]);

    /// <summary>0 for sex 1, 1 for sex 2.</summary>
    public int[] Sex => [.. Of("sex").Select(s => (int)s - 1)];

    public bool[] Complete(string column) => [.. Of(column).Select(v => !double.IsNaN(v))];
}
