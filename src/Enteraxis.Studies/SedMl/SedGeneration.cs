using Enteraxis.Numerics;
using Enteraxis.Numerics.Text;
using Enteraxis.Studies.Experiments.Maths;

namespace Enteraxis.Studies.SedMl;

/// <summary>The values of a data generator: its formula for each element of its variables, with functions over all elements where the formula has them.</summary>
internal static class SedGeneration
{
    internal static SedArray Of(SedDocument document, SedDataGenerator generator, Func<string, SedArray> valuesOf)
    {
        Dictionary<string, SedArray> variables = generator.Calculation.Variables.ToDictionary(v => v.Id, v => valuesOf(v.Id), StringComparer.Ordinal);
        foreach ((string id, double value) in generator.Calculation.Parameters) variables[id] = SedArray.Scalar(value);
        SedArray Named(string name) => variables.TryGetValue(name, out SedArray? a) ? a
            : throw new InputException($"{document.File}: '{Echo.Of(name)}' in the data generator '{Echo.Of(generator.Id)}' is neither its variable nor its parameter.{NearestName.Hint(name, variables.Keys)}");
        return Evaluate(generator.Calculation.Math);

        SedArray Evaluate(MathNode node)
        {
            if (node is MathCall c && MathAggregates.Is(c.Function)) return SedArray.Scalar(MathAggregates.Apply(MathAggregates.BareName(c.Function), Evaluate(c.Arguments[0]).Values));
            MathNode inner = Folded(node);
            SedArray[] arrays = [.. inner.Names().Select(Named)];
            SedArray shape = arrays.Where(a => a.Values.Length != 1).FirstOrDefault() ?? arrays.FirstOrDefault() ?? SedArray.Scalar(0);
            SedArray? other = arrays.FirstOrDefault(a => a.Values.Length != 1 && !a.Shape.SequenceEqual(shape.Shape));
            if (other is not null) throw new InputException($"{document.File}: the variables of the data generator '{Echo.Of(generator.Id)}' have {Shape(shape)} and {Shape(other)} values; take them from tasks of one shape.");
            double[] values = new double[shape.Values.Length];
            for (int i = 0; i < values.Length; i++) values[i] = MathEvaluation.Of(inner, n => Named(n) is var a && a.Values.Length == 1 ? a.Values[0] : Named(n).Values[i]);
            return shape with { Values = values };
        }

        // Functions over all elements within a formula become numbers before its elements are computed.
        MathNode Folded(MathNode node) => node switch
        {
            MathCall c when MathAggregates.Is(c.Function) => new MathNumber(Evaluate(c).Values[0]),
            MathCall c => new MathCall(c.Function, [.. c.Arguments.Select(Folded)]),
            _ => node,
        };
    }

    private static string Shape(SedArray a) => string.Join("×", a.Shape.Select(s => s.ToString(System.Globalization.CultureInfo.InvariantCulture)));
}
