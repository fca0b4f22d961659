namespace Enteraxis.Microbiome.Ecology.Distances;

/// <summary>Rows of numbers of which most are 0: what pairs of samples are compared by. Columns ascend within a row.</summary>
internal sealed class SparseRows
{
    private readonly int[] _start, _column;
    private readonly double[] _value;

    public SparseRows(int columns, int[] start, int[] column, double[] value) => (Columns, _start, _column, _value) = (columns, start, column, value);

    /// <summary>Writes what a sample's values become; both spans have one length.</summary>
    public delegate void Transform(ReadOnlySpan<double> values, Span<double> into);

    public int Count => _start.Length - 1;

    public int Columns { get; }

    public ReadOnlySpan<int> Column(int row) => _column.AsSpan(_start[row], _start[row + 1] - _start[row]);

    public ReadOnlySpan<double> Value(int row) => _value.AsSpan(_start[row], _start[row + 1] - _start[row]);

    /// <summary>Sums of the rows, added in the order of columns.</summary>
    public double[] Sums()
    {
        double[] sums = new double[Count];
        for (int i = 0; i < sums.Length; i++)
            foreach (double v in Value(i)) sums[i] += v;
        return sums;
    }

    /// <summary>The same places with other values, made of column and value.</summary>
    public SparseRows With(Func<int, double, double> value)
    {
        double[] other = new double[_value.Length];
        for (int k = 0; k < other.Length; k++) other[k] = value(_column[k], _value[k]);
        return new SparseRows(Columns, _start, _column, other);
    }

    public static SparseRows Of(FeatureTable table, IReadOnlyList<int> samples, Transform transform)
    {
        int[] start = new int[samples.Count + 1];
        for (int i = 0; i < samples.Count; i++) start[i + 1] = checked(start[i] + table.Sample(samples[i]).Values.Length);
        int[] column = new int[start[^1]];
        double[] value = new double[start[^1]];
        for (int i = 0; i < samples.Count; i++)
        {
            SparseVector row = table.Sample(samples[i]);
            row.Indices.CopyTo(column.AsSpan(start[i]));
            transform(row.Values, value.AsSpan(start[i], row.Values.Length));
        }
        return new SparseRows(table.FeatureIds.Count, start, column, value);
    }
}
