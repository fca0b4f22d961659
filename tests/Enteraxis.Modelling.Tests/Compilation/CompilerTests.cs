using CsCheck;
using Enteraxis.Modelling.Compilation;
using Enteraxis.Modelling.Expressions;
using Enteraxis.Modelling.Tests.Expressions;

namespace Enteraxis.Modelling.Tests.Compilation;

public sealed unsafe class CompilerTests
{
    [Fact]
    public void Interpreter_and_compiled_code_give_the_same_bits() =>
        Gen.Select(RandomExpressions.Choices, Gen.Double[-3, 3].Array[RandomExpressions.States], Gen.Double[-2, 2]).Sample((choices, y, t) =>
        {
            ExpressionGraph g = new();
            Expr e = RandomExpressions.Build(g, choices, smooth: false);
            Expr[] outputs = [e, .. Enumerable.Range(0, 3).Select(j => Derivative.Of(g, e, g.State(j)))];
            double[] p = [0.5, -1.25], compiled = Run(ExpressionCompiler.Compile(g, outputs), t, y, p, outputs.Length), interpreted = Run(Interpreter.Build(g, outputs), t, y, p, outputs.Length);
            for (int i = 0; i < outputs.Length; i++)
                Assert.True(compiled[i].Equals(interpreted[i]), $"output {i}: compiled {compiled[i]:R}, interpreted {interpreted[i]:R}");
        }, iter: 1500, seed: "0000000000001", threads: 1);

    [Fact]
    public void A_model_of_400_states_stays_below_the_size_limit_in_every_method()
    {
        ExpressionGraph g = new();
        const int n = 400;
        Expr[] rates = [.. Enumerable.Range(0, n).Select(i =>
        {
            Expr sum = g.Zero;
            for (int k = 1; k <= 6; k++)
            {
                Expr x = g.State((i * 7 + k * 31) % n);
                Expr hill = g.Divide(g.Power(x, g.Constant(2)), g.Add(g.Power(g.Parameter(k), g.Constant(2)), g.Power(x, g.Constant(2))));
                sum = g.Add(sum, g.Multiply(g.Multiply(g.Parameter(i % 20), hill), g.Make(Operator.Exp, g.Negate(g.State((i + k) % n)))));
            }
            return g.Subtract(sum, g.Multiply(g.Parameter(3), g.State(i)));
        })];
        SparseJacobian jacobian = SparseJacobian.Of(g, rates, n);
        ModelFunction f = ExpressionCompiler.Compile(g, jacobian.Entries, out CompilationReport report);
        Assert.True(report.Methods > 1);
        Assert.InRange(report.LargestIlBytes, 1, ExpressionCompiler.IlLimitBytes);
        double[] y = [.. Enumerable.Range(0, n).Select(i => 0.1 + i % 7 * 0.3)], p = [.. Enumerable.Range(0, 20).Select(i => 0.5 + 0.1 * i)];
        double[] compiled = Run(f, 0, y, p, jacobian.Entries.Length), interpreted = Run(Interpreter.Build(g, jacobian.Entries), 0, y, p, jacobian.Entries.Length);
        Assert.Equal(interpreted, compiled);
    }

    [Fact]
    public void Two_threads_share_one_function_and_get_the_same_bits()
    {
        ExpressionGraph g = new();
        Expr shared = g.Make(Operator.Exp, g.Multiply(g.State(0), g.Parameter(0)));
        ModelFunction f = ExpressionCompiler.Compile(g, [g.Add(shared, g.Make(Operator.Sin, shared)), g.Multiply(shared, shared)]);
        double[] expected = Run(f, 0, [0.3], [1.7], 2);
        Parallel.For(0, 20_000, i =>
        {
            double other = 0.001 * i;
            Run(f, 0, [other], [1.1], 2);
            Assert.Equal(expected, Run(f, 0, [0.3], [1.7], 2));
        });
    }

    [Fact]
    public void A_draw_is_refused_by_the_compiler_and_served_by_the_interpreter()
    {
        ExpressionGraph g = new();
        Expr draw = g.Draw(Operator.DrawUniform, 4, g.Zero, g.One);
        Assert.Throws<ArgumentException>(() => ExpressionCompiler.Compile(g, [draw]));
        Assert.Equal(4.5, Interpreter.Evaluate(g, draw, 0, [], [], new Echo()));
    }

    private static double[] Run(ModelFunction f, double t, double[] y, double[] p, int outputs)
    {
        double[] o = new double[outputs];
        fixed (double* py = y, pp = p, po = o) f(t, py, pp, po);
        return o;
    }

    private sealed class Echo : IDrawSource
    {
        public double Draw(Operator kind, int drawIndex, ReadOnlySpan<double> arguments) => drawIndex + (arguments[0] + arguments[1]) / 2;
    }
}
