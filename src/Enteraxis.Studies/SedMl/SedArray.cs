namespace Enteraxis.Studies.SedMl;

/// <summary>Values of a variable over the dimensions of its task: rounds of repetitions outside, time inside; row by row.</summary>
/// <param name="Dimensions">Id of the task behind each dimension.</param>
public sealed record SedArray(IReadOnlyList<string> Dimensions, IReadOnlyList<int> Shape, double[] Values)
{
    public static SedArray Scalar(double value) => new([], [], [value]);

    public static SedArray Vector(string dimension, double[] values) => new([dimension], [values.Length], values);

    /// <summary>Parts side by side under a new outer dimension; shorter ones are filled with values that are no numbers.</summary>
    public static SedArray Stack(string dimension, IReadOnlyList<SedArray> parts)
    {
        int rank = parts.Max(p => p.Shape.Count);
        int[] shape = [.. Enumerable.Range(0, rank).Select(d => parts.Max(p => d < p.Shape.Count ? p.Shape[d] : 1))];
        int size = shape.Aggregate(1, (a, b) => a * b);
        double[] values = new double[size * parts.Count];
        Array.Fill(values, double.NaN);
        for (int i = 0; i < parts.Count; i++) parts[i].CopyInto(values, i * size, shape);
        SedArray deepest = parts.First(p => p.Shape.Count == rank);
        return new SedArray([dimension, .. deepest.Dimensions], [parts.Count, .. shape], values);
    }

    /// <summary>Parts one after another along their outermost dimension.</summary>
    public static SedArray Concatenate(string dimension, IReadOnlyList<SedArray> parts) =>
        parts.All(p => p.Shape.Count == 1) ? Vector(dimension, [.. parts.SelectMany(p => p.Values)]) : Stack(dimension, parts);

    /// <summary>Applies a function of all values over the named dimensions (all where none is named).</summary>
    public SedArray Reduce(IReadOnlyList<string> dimensions, Func<IEnumerable<double>, double> function)
    {
        bool[] gone = [.. Dimensions.Select(d => dimensions.Count == 0 || dimensions.Contains(d))];
        int[] shape = [.. Shape.Where((_, d) => !gone[d])];
        List<double>[] cells = [.. Enumerable.Range(0, shape.Aggregate(1, (a, b) => a * b)).Select(_ => new List<double>())];
        for (int i = 0; i < Values.Length; i++)
        {
            int rest = i, cell = 0, stride = 1;
            for (int d = Shape.Count - 1; d >= 0; d--)
            {
                (rest, int at) = Math.DivRem(rest, Shape[d]);
                if (gone[d]) continue;
                cell += at * stride;
                stride *= Shape[d];
            }
            cells[cell].Add(Values[i]);
        }
        return new SedArray([.. Dimensions.Where((_, d) => !gone[d])], shape, [.. cells.Select(function)]);
    }

    private void CopyInto(double[] target, int from, int[] shape)
    {
        for (int i = 0; i < Values.Length; i++)
        {
            int rest = i, at = 0, stride = 1;
            for (int d = shape.Length - 1; d >= 0; d--)
            {
                int own = d < Shape.Count ? Shape[d] : 1;
                (rest, int index) = Math.DivRem(rest, own);
                at += index * stride;
                stride *= shape[d];
            }
            target[from + at] = Values[i];
        }
    }
}
