using Enteraxis.Studies.Tables;

namespace Enteraxis.Studies.People;

/// <param name="Table">Rows of the twins in the order in which they were given.</param>
public sealed record ReadingTable(ModelVariant Variant, FutureTable Table);

/// <summary>The same few twins under every other reading of the mechanism, with their own parameters and their own chance.</summary>
/// <remarks>Each goes on from the present that the main model gave: a reading changes what is to come and not the past, so slow differences are seen from today on.</remarks>
public sealed class ModelReadings(StudyContext context, IReadOnlyList<Arm> arms, ArmSummary summary)
{
    public IReadOnlyList<ReadingTable> Simulate(IReadOnlyList<Twin> twins, IReadOnlyList<ModelVariant> variants, CancellationToken cancellation) =>
        [.. variants.Select(v =>
        {
            Lazy<AxisModel> axis = new(() => v.Model.Length == 0 ? context.Axis : AxisModel.Read(v.ModelPath(context.Library), context.Library.Parameters, context.Axis.Observables));
            return new ReadingTable(v, new Futures(context, arms, summary, axis).Simulate(twins, t => Under(t, v, axis.Value), "Other readings of the mechanism", $"reading-{v.Id}", cancellation));
        })];

    private Twin Under(Twin twin, ModelVariant variant, AxisModel axis)
    {
        Dictionary<string, double> values = new(twin.Values, StringComparer.Ordinal);
        // Parameters that only this reading has are drawn like the others.
        if (variant.Model.Length > 0)
            foreach ((string name, double value) in axis.Restrict(context.Draw.Draw(twin.Origin, twin.Origin).Values))
                if (!context.Axis.Settable(name)) values[name] = value;
        foreach ((string name, double value) in variant.Values) values[name] = value;
        return twin with { Values = values };
    }
}
