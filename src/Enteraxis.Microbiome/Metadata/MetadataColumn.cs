namespace Enteraxis.Microbiome.Metadata;

/// <summary>What a column of the metadata holds.</summary>
public enum ColumnKind
{
    Categorical,
    Numeric,
}

/// <summary>One column of the metadata.</summary>
/// <param name="Name">As the header writes it.</param>
/// <param name="Kind">As #q2:types says, else numeric where every value that is given is a number.</param>
/// <param name="Values">One a row; null where it is missing.</param>
public sealed record MetadataColumn(string Name, ColumnKind Kind, IReadOnlyList<string?> Values)
{
    /// <summary>The numbers; NaN where missing.</summary>
    /// <exception cref="InvalidOperationException">The column is categorical.</exception>
    public double[] Numbers() => Kind == ColumnKind.Numeric
        ? [.. Values.Select(v => v is null ? double.NaN : double.Parse(v, System.Globalization.CultureInfo.InvariantCulture))]
        : throw new InvalidOperationException($"The column '{Name}' is categorical.");
}
