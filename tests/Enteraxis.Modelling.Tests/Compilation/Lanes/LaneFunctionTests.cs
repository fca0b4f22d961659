using System.Runtime.InteropServices;
using CsCheck;
using Enteraxis.Modelling.Compilation;
using Enteraxis.Modelling.Compilation.Lanes;
using Enteraxis.Modelling.Expressions;
using Enteraxis.Modelling.Tests.Expressions;
using Enteraxis.Numerics.Lanes;

namespace Enteraxis.Modelling.Tests.Compilation.Lanes;

public sealed unsafe class LaneFunctionTests
{
    private const int People = 8;

    private static readonly Gen<double[]> Numbers = Gen.Double[-3, 3].Array[People * (RandomExpressions.States + RandomExpressions.Parameters + 1)];

    [Fact]
    public void Lanes_agree_with_the_interpreter_within_rounding_and_with_each_other_to_the_bit()
    {
        int compared = 0, all = 0;
        Gen.Select(RandomExpressions.Choices, Numbers).Sample((choices, numbers) =>
        {
            ExpressionGraph g = new();
            Expr e = RandomExpressions.Build(g, choices, smooth: false);
            Expr[] outputs = [e, .. Enumerable.Range(0, 3).Select(j => Derivative.Of(g, e, g.State(j)))];
            double[] eight = Run<Lane8>(g, outputs, numbers);
            Assert.Equal(Bits(eight), Bits(Run<Lane4>(g, outputs, numbers)));
            Assert.Equal(Bits(eight), Bits(Run<Lane2>(g, outputs, numbers)));
            Assert.Equal(Bits(eight), Bits(Run<Lane1>(g, outputs, numbers)));
            for (int person = 0; person < People; person++)
            {
                (double time, double[] states, double[] parameters) = Of(numbers, person);
                RunningError bound = new(g, time, states, parameters);
                for (int i = 0; i < outputs.Length; i++)
                {
                    (double value, double error) = bound.Of(outputs[i]);
                    all++;
                    if (double.IsInfinity(error)) continue;
                    compared++;
                    double lane = eight[i * People + person];
                    Assert.True(Math.Abs(lane - value) <= error, $"output {i}, person {person}: lane {lane:R}, interpreter {value:R}, bound {error:G3}");
                }
            }
        }, iter: 1000, seed: "0000000000002", threads: 1);
        Assert.InRange(compared, all / 3, all);
    }

    [Fact]
    public void Nothing_that_a_neighbour_holds_changes_a_lane()
    {
        ExpressionGraph g = new();
        Expr x = g.State(0), y = g.State(1), p = g.Parameter(0);
        Expr[] outputs = [g.Power(x, p), g.Make(Operator.Log, x), g.Make(Operator.Sin, g.Multiply(y, g.Constant(1e7))), g.Divide(x, y), g.If(g.Make(Operator.Less, x, y), x, g.Make(Operator.Exp, y))];
        double[] calm = [.. Enumerable.Range(0, 48).Select(i => 0.5 + 0.01 * i)], wild = [.. calm];
        // Lane 3 keeps its numbers; the others hold what is not finite, negative or huge.
        double[] odd = [double.NaN, double.PositiveInfinity, -1, 0, 1e300, double.NegativeInfinity, 1e-310, -0.0];
        for (int i = 0; i < wild.Length; i++)
            if (i % People != 3) wild[i] = odd[i % People];
        double[] a = Run<Lane8>(g, outputs, calm), b = Run<Lane8>(g, outputs, wild);
        for (int i = 0; i < outputs.Length; i++) Assert.Equal(a[i * People + 3], b[i * People + 3]);
    }

    [Fact]
    public void Large_functions_are_split_below_the_size_limit()
    {
        ExpressionGraph g = new();
        Expr[] rates = [.. Enumerable.Range(0, 400).Select(i =>
        {
            Expr sum = g.Zero;
            for (int k = 1; k <= 6; k++) sum = g.Add(sum, g.Divide(g.State((i * 7 + k * 31) % 400), g.Add(g.Parameter(k), g.Make(Operator.Exp, g.State((i + k) % 400)))));
            return sum;
        })];
        LaneFunction f = LaneFunction.Compile<Lane8>(g, new PersonValues(g), SparseJacobian.Of(g, rates, 400).Entries);
        Assert.InRange(f.LargestIlBytes, 1, ExpressionCompiler.IlLimitBytes);
    }

    [Fact]
    public void What_depends_on_parameters_alone_is_left_to_the_person()
    {
        ExpressionGraph g = new();
        Expr k = g.Make(Operator.Exp, g.Multiply(g.Parameter(0), g.Parameter(1)));
        PersonValues person = new(g);
        LaneFunction.Compile<Lane8>(g, person, [g.Multiply(k, g.State(0)), g.Add(k, g.Time)]);
        Assert.Equal([k], person.Values);
    }

    private static long[] Bits(double[] values) => [.. values.Select(v => double.IsNaN(v) ? long.MinValue + 1 : BitConverter.DoubleToInt64Bits(v))];

    private static (double Time, double[] States, double[] Parameters) Of(double[] numbers, int person) =>
        (numbers[person], [.. Enumerable.Range(1, 3).Select(i => numbers[i * People + person])], [.. Enumerable.Range(4, 2).Select(i => numbers[i * People + person])]);

    // Numbers by quantity, then person: time, three states, two parameters. Results by output, then person.
    private static double[] Run<T>(ExpressionGraph g, Expr[] outputs, double[] numbers) where T : unmanaged, ILane<T>
    {
        PersonValues person = new(g);
        LaneFunction f = LaneFunction.Compile<T>(g, person, outputs);
        ModelFunction own = ExpressionCompiler.Compile(g, person.Values);
        double[] results = new double[outputs.Length * People];
        double* memory = (double*)NativeMemory.AlignedAlloc((nuint)((1 + 3 + person.Values.Count + outputs.Length + f.ScratchSize + 1) * T.Width * sizeof(double)), 64);
        double* states = memory + T.Width, values = states + 3 * T.Width, target = values + person.Values.Count * T.Width, scratch = target + outputs.Length * T.Width;
        double[] ownValues = new double[person.Values.Count + 1];
        for (int first = 0; first < People; first += T.Width)
        {
            for (int lane = 0; lane < T.Width; lane++)
            {
                (double time, double[] y, double[] p) = Of(numbers, first + lane);
                memory[lane] = time;
                for (int i = 0; i < 3; i++) states[i * T.Width + lane] = y[i];
                fixed (double* py = y, pp = p, po = ownValues) own(time, py, pp, po);
                for (int i = 0; i < person.Values.Count; i++) values[i * T.Width + lane] = ownValues[i];
            }
            f.Evaluate(memory, states, values, target, scratch);
            for (int i = 0; i < outputs.Length; i++)
                for (int lane = 0; lane < T.Width; lane++) results[i * People + first + lane] = target[i * T.Width + lane];
        }
        NativeMemory.AlignedFree(memory);
        return results;
    }
}
