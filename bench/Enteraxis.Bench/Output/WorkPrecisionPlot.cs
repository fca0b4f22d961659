using System.Globalization;
using System.Text;
using Enteraxis.Bench.Measure;
using Enteraxis.Bench.Peers;

namespace Enteraxis.Bench.Output;

/// <summary>p99 error against speed on logarithmic axes, one line an engine: right and down is better.</summary>
internal static class WorkPrecisionPlot
{
    private const double Width = 720, Height = 420, Left = 78, Right = 250, Top = 46, Bottom = 56;

    // Told apart by shape as well as by colour.
    private static readonly (string Colour, string Dash)[] Styles = [("#0b5a8a", ""), ("#b3450b", "6 4"), ("#2f6b2f", "2 4"), ("#6a3d9a", "8 3 2 3")];

    public static string Draw(WorkloadResult result, IReadOnlyList<Peer> peers)
    {
        Figure[] figures = [.. result.Figures.Where(f => f.Speed > 0 && f.Error.P99 > 0)];
        (double lowX, double highX) = Decades(figures.Select(f => f.Speed));
        (double lowY, double highY) = Decades(figures.Select(f => f.Error.P99));
        double X(double v) => Left + (Math.Log10(v) - lowX) / (highX - lowX) * (Width - Left - Right);
        double Y(double v) => Height - Bottom - (Math.Log10(v) - lowY) / (highY - lowY) * (Height - Top - Bottom);
        StringBuilder svg = new();
        void Add(FormattableString text) => svg.Append(text.ToString(CultureInfo.InvariantCulture)).Append('\n');
        Add($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-labelledby=\"title\" font-family=\"system-ui, sans-serif\" font-size=\"13\">");
        Add($"<title id=\"title\">Speed and error of each engine on {result.Workload.Name}</title><rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>");
        Add($"<text x=\"{Left}\" y=\"24\" font-size=\"15\" font-weight=\"600\">{result.Workload.Name}: speed and error, {Escape(Machine.Processor)}</text>");
        for (double d = lowX; d <= highX; d++) Add($"<line x1=\"{X(Math.Pow(10, d)):0.0}\" x2=\"{X(Math.Pow(10, d)):0.0}\" y1=\"{Top}\" y2=\"{Height - Bottom}\" stroke=\"#ddd\"/><text x=\"{X(Math.Pow(10, d)):0.0}\" y=\"{Height - Bottom + 18}\" text-anchor=\"middle\">{Math.Pow(10, d):0.###}</text>");
        for (double d = lowY; d <= highY; d++) Add($"<line x1=\"{Left}\" x2=\"{Width - Right}\" y1=\"{Y(Math.Pow(10, d)):0.0}\" y2=\"{Y(Math.Pow(10, d)):0.0}\" stroke=\"#ddd\"/><text x=\"{Left - 8}\" y=\"{Y(Math.Pow(10, d)) + 4:0.0}\" text-anchor=\"end\">1e{d:0}</text>");
        Add($"<text x=\"{(Left + Width - Right) / 2}\" y=\"{Height - 14}\" text-anchor=\"middle\">{result.Workload.Unit.Replace('_', '-')} a CPU second on one core</text>");
        Add($"<text transform=\"translate(20 {(Top + Height - Bottom) / 2}) rotate(-90)\" text-anchor=\"middle\">p99 relative error</text>");
        int i = 0;
        foreach (IGrouping<string, Figure> engine in figures.GroupBy(f => f.Engine))
        {
            (string colour, string dash) = Styles[i % Styles.Length];
            Figure[] line = [.. engine.OrderBy(f => f.Rtol)];
            Add($"<polyline fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\" stroke-dasharray=\"{dash}\" points=\"{string.Join(' ', line.Select(f => string.Create(CultureInfo.InvariantCulture, $"{X(f.Speed):0.0},{Y(f.Error.P99):0.0}")))}\"/>");
            foreach (Figure f in line) Add($"<circle cx=\"{X(f.Speed):0.0}\" cy=\"{Y(f.Error.P99):0.0}\" r=\"4\" fill=\"{colour}\"><title>rtol {f.Rtol:0.0e0}: {f.Speed:0.0}, p99 {f.Error.P99:0.0e0}</title></circle>");
            double y = Top + 14 + 24 * i++;
            Add($"<line x1=\"{Width - Right + 16}\" x2=\"{Width - Right + 46}\" y1=\"{y - 4}\" y2=\"{y - 4}\" stroke=\"{colour}\" stroke-width=\"2\" stroke-dasharray=\"{dash}\"/><text x=\"{Width - Right + 52}\" y=\"{y}\">{Escape(ResultTable.Label(engine.Key, peers))}</text>");
        }
        return svg.Append("</svg>\n").ToString();
    }

    private static (double Low, double High) Decades(IEnumerable<double> values)
    {
        double[] all = [.. values.Select(Math.Log10)];
        double low = Math.Floor(all.Min()), high = Math.Ceiling(all.Max());
        return (low, Math.Max(high, low + 1));
    }

    private static string Escape(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
}
