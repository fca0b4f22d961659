using System.Runtime.InteropServices;
using Enteraxis.Modelling.Antimony;
using Enteraxis.Modelling.Compilation;
using Enteraxis.Modelling.Compilation.Lanes;
using Enteraxis.Modelling.Expressions;
using Enteraxis.Modelling.Models;
using Enteraxis.Numerics.Lanes;
using Enteraxis.Numerics.Random;

namespace Enteraxis.Modelling.Tests.Compilation.Lanes;

/// <summary>A thousand models made by chance (a tenth in the ordinary run): interpreter, scalar code and lanes of every width agree.</summary>
/// <remarks>
/// The measure is 1e-12 of the sum of the sizes of an expression's terms (the parts that it adds and subtracts, at any depth of sums). Where a part magnifies the
/// rounding of what it is made of (a power near a root, a sine of a large number), two right ways differ by more; there <see cref="RunningError"/> bounds it.
/// </remarks>
public sealed unsafe class RandomModelTests
{
    private const int People = 8;
    private const double Share = 1e-12;

    private static readonly int Models = Environment.GetEnvironmentVariable("ENTERAXIS_LONG") == "1" ? 1000 : 100;

    private sealed class Tally
    {
        public int All, ByTerms, ByError, NotFinite, Undecided, WithEvents;
        public HashSet<Operator> Operators { get; } = [];
    }

    [Fact]
    public void Every_way_of_computing_rates_Jacobian_and_events_gives_the_same()
    {
        Tally tally = new();
        for (int m = 0; m < Models; m++) Check(m, tally);
        TestContext.Current.TestOutputHelper?.WriteLine($"{Models} models, {tally.WithEvents} with events; {tally.All} values: {tally.ByTerms} within 1e-12 of their terms, {tally.ByError} within rounding of what they magnify, "
            + $"{tally.NotFinite} not finite alike, {tally.Undecided} at a jump of a function");
        Assert.InRange(tally.WithEvents, Models / 2, Models - 1);
        Assert.InRange(tally.ByTerms, 0.9 * tally.All, tally.All);
        Assert.InRange(tally.ByError, 0, 0.01 * tally.All);
        Assert.InRange(tally.Undecided, 0, 0.02 * tally.All);
        // % of a text is made of the quotient; the operator itself is reached by expressions alone, and with it RandomExpressions.
        Assert.Empty(Enum.GetValues<Operator>().Where(o => !ExpressionGraph.IsDraw(o) && o is not (Operator.Remainder or Operator.Delay) && !tally.Operators.Contains(o)));
    }

    private static void Check(int number, Tally tally)
    {
        string text = RandomModels.Text(number);
        Model model = AntimonyReader.ReadText(text);
        ExpressionGraph g = model.Graph;
        Expr[] rates = [.. model.States.Select(s => s.Rate)];
        SparseJacobian jacobian = SparseJacobian.Of(g, rates, rates.Length);
        Expr[] outputs =
        [
            .. rates, .. jacobian.Entries, .. jacobian.TimeDerivatives, .. model.Events.SelectMany(e => e.Assignments.Select(a => a.Value).Append(e.Trigger)),
            .. model.Events.SelectMany(e => new[] { e.Delay, e.Priority }).Where(e => e != Expr.None),
        ];
        tally.WithEvents += model.Events.Count > 0 ? 1 : 0;
        foreach (Expr e in Traversal.PostOrder(g, outputs)) tally.Operators.Add(g.OperatorOf(e));
        Points points = new(number, model);
        double[] interpreted = Scalar(Interpreter.Build(g, outputs), points, outputs.Length), scalar = Scalar(ExpressionCompiler.Compile(g, outputs), points, outputs.Length);
        double[] eight = Lanes<Lane8>(g, outputs, points);
        foreach (double[] other in new[] { Lanes<Lane4>(g, outputs, points), Lanes<Lane2>(g, outputs, points), Lanes<Lane1>(g, outputs, points) })
            Assert.True(Bits(eight).SequenceEqual(Bits(other)), $"model {number} differs between widths:\n{text}");
        for (int person = 0; person < People; person++)
        {
            RunningError bound = new(g, points.Times[person], points.States[person], points.Parameters[person]);
            for (int i = 0; i < outputs.Length; i++)
            {
                int at = i * People + person;
                foreach (double compiled in new[] { scalar[at], eight[at] }) Judge(compiled, interpreted[at], outputs[i], g, bound, tally, () => $"model {number}, output {i}, person {person}: {compiled:R}, interpreter {interpreted[at]:R}\n{text}");
            }
        }
    }

    private static void Judge(double compiled, double value, Expr e, ExpressionGraph g, RunningError bound, Tally tally, Func<string> what)
    {
        tally.All++;
        double error = bound.Of(e).Error;
        if (compiled.Equals(value)) _ = double.IsFinite(value) ? tally.ByTerms++ : tally.NotFinite++;
        else if (Math.Abs(compiled - value) <= Share * Terms(g, e, bound)) tally.ByTerms++;
        else if (double.IsInfinity(error)) tally.Undecided++;
        else if (Math.Abs(compiled - value) <= error) tally.ByError++;
        else Assert.Fail(what());
    }

    // Sum of the sizes of what a sum adds; the size itself of anything else.
    private static double Terms(ExpressionGraph g, Expr e, RunningError known) => g.OperatorOf(e) switch
    {
        Operator.Add or Operator.Subtract => Terms(g, g.Argument(e, 0), known) + Terms(g, g.Argument(e, 1), known),
        Operator.Negate => Terms(g, g.Argument(e, 0), known),
        _ => Math.Abs(known.Of(e).Value),
    };

    private static long[] Bits(double[] values) => [.. values.Select(v => double.IsNaN(v) ? long.MinValue + 1 : BitConverter.DoubleToInt64Bits(v))];

    private static double[] Scalar(ModelFunction f, Points points, int outputs)
    {
        double[] results = new double[outputs * People], one = new double[outputs];
        for (int person = 0; person < People; person++)
        {
            fixed (double* y = points.States[person], p = points.Parameters[person], o = one) f(points.Times[person], y, p, o);
            for (int i = 0; i < outputs; i++) results[i * People + person] = one[i];
        }
        return results;
    }

    private static double[] Lanes<T>(ExpressionGraph g, Expr[] outputs, Points points) where T : unmanaged, ILane<T>
    {
        PersonValues person = new(g);
        LaneFunction f = LaneFunction.Compile<T>(g, person, outputs);
        ModelFunction own = ExpressionCompiler.Compile(g, person.Values);
        int size = points.States[0].Length, w = T.Width;
        double[] results = new double[outputs.Length * People], values = new double[person.Values.Count + 1];
        double* time = (double*)NativeMemory.AlignedAlloc((nuint)((1 + size + person.Values.Count + outputs.Length + f.ScratchSize + 1) * w * sizeof(double)), 64);
        double* states = time + w, held = states + size * w, target = held + person.Values.Count * w, scratch = target + outputs.Length * w;
        for (int first = 0; first < People; first += w)
        {
            for (int lane = 0; lane < w; lane++)
            {
                time[lane] = points.Times[first + lane];
                for (int i = 0; i < size; i++) states[i * w + lane] = points.States[first + lane][i];
                fixed (double* y = points.States[first + lane], p = points.Parameters[first + lane], v = values) own(time[lane], y, p, v);
                for (int i = 0; i < person.Values.Count; i++) held[i * w + lane] = values[i];
            }
            f.Evaluate(time, states, held, target, scratch);
            for (int i = 0; i < outputs.Length; i++)
                for (int lane = 0; lane < w; lane++) results[i * People + first + lane] = target[i * w + lane];
        }
        NativeMemory.AlignedFree(time);
        return results;
    }

    /// <summary>Times, states and parameters of some people.</summary>
    private sealed class Points
    {
        public Points(int number, Model model)
        {
            KeyedStream chance = new(20262, (ulong)number, 2);
            ulong next = 0;
            double[] Some(int count) => [.. Enumerable.Range(0, Math.Max(1, count)).Select(_ => 0.05 + 3 * chance.Uniform(next++))];
            for (int person = 0; person < People; person++)
            {
                Times[person] = 10 * chance.Uniform(next++);
                (States[person], Parameters[person]) = (Some(model.States.Count), Some(model.Parameters.Count));
            }
        }

        public double[] Times { get; } = new double[People];
        public double[][] States { get; } = new double[People][];
        public double[][] Parameters { get; } = new double[People][];
    }
}
