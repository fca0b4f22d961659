namespace Enteraxis.Statistics;

/// <summary>Named columns of numbers, one row an observation, without an intercept (models that have one add it).</summary>
/// <remarks>Missing values are not let in: choose the complete cases first, with <see cref="Where"/>, and say how many were left out.</remarks>
public sealed class Covariates
{
    private Covariates(int rows, string[] names, double[][] columns) => (Rows, Names, Columns) = (rows, names, columns);

    public int Rows { get; }

    public IReadOnlyList<string> Names { get; }

    /// <summary>[column][row].</summary>
    public IReadOnlyList<double[]> Columns { get; }

    public int Width => Columns.Count;

    /// <summary>No covariate at all.</summary>
    public static Covariates None(int rows) => new(rows, [], []);

    /// <exception cref="ArgumentException">Columns differ in length, or a value is not finite.</exception>
    public static Covariates Of(params (string Name, double[] Values)[] columns)
    {
        if (columns.Length == 0) throw new ArgumentException("At least one column is expected; None(rows) has none.", nameof(columns));
        Covariates all = None(columns[0].Values.Length);
        foreach ((string name, double[] values) in columns) all = all.With(name, values);
        return all;
    }

    /// <summary>One more column.</summary>
    public Covariates With(string name, double[] values)
    {
        if (values.Length != Rows) throw new ArgumentException($"Column '{name}' has {values.Length} rows, {Rows} are expected.", nameof(values));
        for (int i = 0; i < values.Length; i++)
            if (!double.IsFinite(values[i])) throw new ArgumentException($"Column '{name}', row {i + 1} is not a finite number; leave incomplete rows out first.", nameof(values));
        return new(Rows, [.. Names, name], [.. Columns, values]);
    }

    /// <summary>Treatment contrasts: one column of 0 and 1 for each level but the first, named name + level.</summary>
    /// <param name="levels">In order, the reference first; null takes the values' own in ordinal order.</param>
    public Covariates WithFactor(string name, IReadOnlyList<string> values, IReadOnlyList<string>? levels = null)
    {
        levels ??= [.. values.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        if (values.FirstOrDefault(v => !levels.Contains(v)) is { } other) throw new ArgumentException($"'{other}' is no level of '{name}'.", nameof(values));
        return levels.Skip(1).Aggregate(this, (all, level) => all.With(name + level, [.. values.Select(v => v == level ? 1.0 : 0.0)]));
    }

    /// <summary>The products of each column of one term with each of another (those whose names start so), named a:b.</summary>
    public Covariates WithInteraction(string first, string second)
    {
        Covariates all = this;
        for (int b = 0; b < Width; b++)
            for (int a = 0; a < Width; a++)
                if (Names[a].StartsWith(first, StringComparison.Ordinal) && Names[b].StartsWith(second, StringComparison.Ordinal) && !Names[a].Contains(':') && !Names[b].Contains(':'))
                    all = all.With(Names[a] + ":" + Names[b], [.. Columns[a].Zip(Columns[b], (x, y) => x * y)]);
        return all;
    }

    /// <summary>The rows chosen, in their order.</summary>
    public Covariates Where(IReadOnlyList<bool> chosen)
    {
        int[] rows = [.. Enumerable.Range(0, Rows).Where(i => chosen[i])];
        return new(rows.Length, [.. Names], [.. Columns.Select(c => (double[])[.. rows.Select(i => c[i])])]);
    }
}
