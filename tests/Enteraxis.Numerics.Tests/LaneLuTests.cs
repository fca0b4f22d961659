using CsCheck;
using Enteraxis.Numerics.Lanes;
using Enteraxis.Numerics.LinearAlgebra;
using Enteraxis.Numerics.Random;

namespace Enteraxis.Numerics.Tests;

public sealed unsafe class LaneLuTests
{
    // Solutions of (shift·I − A) x = f + factor·x0, [lane][unknown].
    private static double[][] Solve<T>(SparseLuPlan plan, bool straight, double[][] values, double[][] right, double[][] start, double[] shift, double[] factor) where T : unmanaged, ILane<T>
    {
        LaneLuCode? code = straight ? LaneLuCode.Compile<T>(plan) : null;
        Assert.Equal(straight, code is not null);
        int width = T.Width, n = plan.Size;
        double[][] solutions = new double[values.Length][];
        using Memory memory = new((LaneLu<T>.Vectors(plan) + plan.Pattern.Count + 2 * n + 2) * width);
        double* work = memory.Take(LaneLu<T>.Vectors(plan) * width), a = memory.Take(plan.Pattern.Count * width), f = memory.Take(n * width), x = memory.Take(n * width);
        double* s = memory.Take(width), by = memory.Take(width);
        LaneLu<T> lu = new(plan, code, work);
        for (int first = 0; first < values.Length; first += width)
        {
            for (int lane = 0; lane < width; lane++)
            {
                (s[lane], by[lane]) = (shift[first + lane], factor[first + lane]);
                for (int e = 0; e < plan.Pattern.Count; e++) a[e * width + lane] = values[first + lane][e];
                for (int i = 0; i < n; i++) (f[i * width + lane], x[i * width + lane]) = (right[first + lane][i], start[first + lane][i]);
            }
            lu.Factor(s, a);
            lu.Solve(f, by, x);
            for (int lane = 0; lane < width; lane++) solutions[first + lane] = [.. Enumerable.Range(0, n).Select(i => x[i * width + lane])];
        }
        return solutions;
    }

    [Fact]
    public void Straight_line_code_and_loops_give_the_same_bits_at_every_width_and_the_solution() =>
        Gen.Select(Gen.Int[1, 40], Gen.Int[0, 200], Gen.UInt).Sample((n, entries, seed) =>
        {
            KeyedStream stream = new(seed, 0, 0);
            ulong drawn = 0;
            double Signed() => 2 * stream.Uniform(drawn++) - 1;
            int Below(int limit) => (int)(limit * stream.Uniform(drawn++));
            SparsePattern pattern = SparsePattern.FromEntries(n, Enumerable.Range(0, entries).Select(_ => (Below(n), Below(n))));
            SparseLuPlan plan = new(pattern);
            double[][] Vectors(int size) => [.. Enumerable.Range(0, 8).Select(_ => Enumerable.Range(0, size).Select(_ => Signed()).ToArray())];
            double[][] values = Vectors(pattern.Count), right = Vectors(n), start = Vectors(n);
            double[] shift = [.. Enumerable.Range(0, 8).Select(lane => 25.0 + lane)], factor = Vectors(8)[0];
            double[][] expected = Solve<Lane8>(plan, true, values, right, start, shift, factor);
            foreach (double[][] other in new[]
            {
                Solve<Lane8>(plan, false, values, right, start, shift, factor), Solve<Lane4>(plan, true, values, right, start, shift, factor),
                Solve<Lane2>(plan, true, values, right, start, shift, factor), Solve<Lane1>(plan, true, values, right, start, shift, factor),
                Solve<Lane1>(plan, false, values, right, start, shift, factor),
            })
                if (!expected.Zip(other).All(p => p.First.SequenceEqual(p.Second))) return false;
            return Enumerable.Range(0, 8).All(lane => Residual(pattern, values[lane], right[lane], start[lane], shift[lane], factor[lane], expected[lane]) < 1e-13);
        }, iter: 40);

    [Fact]
    public void A_plan_too_large_for_straight_line_code_runs_in_loops()
    {
        const int n = 60;
        SparseLuPlan full = new(SparsePattern.FromEntries(n, Enumerable.Range(0, n).SelectMany(i => Enumerable.Range(0, n).Select(j => (i, j)))));
        Assert.Null(LaneLuCode.Compile<Lane4>(full));
        double[][] Alike(int size, double value) => [.. Enumerable.Range(0, 4).Select(_ => Enumerable.Repeat(value, size).ToArray())];
        // (100·I − ones) x = 1 has the solution 1 / (100 − n).
        double[][] x = Solve<Lane4>(full, false, Alike(n * n, 1), Alike(n, 1), Alike(n, 0), [100, 100, 100, 100], [0, 0, 0, 0]);
        Assert.All(x, lane => Assert.All(lane, v => Assert.Equal(1.0 / (100 - n), v, 1e-14)));
    }

    private static double Residual(SparsePattern pattern, double[] values, double[] right, double[] start, double shift, double factor, double[] x)
    {
        double worst = 0;
        for (int i = 0; i < pattern.Size; i++)
        {
            double r = shift * x[i] - right[i] - factor * start[i];
            for (int e = pattern.RowStarts[i]; e < pattern.RowStarts[i + 1]; e++) r -= values[e] * x[pattern.Columns[e]];
            worst = Math.Max(worst, Math.Abs(r));
        }
        return worst;
    }

    private sealed class Memory(int numbers) : IDisposable
    {
        private readonly double* _all = (double*)System.Runtime.InteropServices.NativeMemory.AlignedAlloc((nuint)(Math.Max(1, numbers) * sizeof(double)), 64);
        private int _taken;

        public double* Take(int count)
        {
            double* at = _all + _taken;
            _taken += count;
            return at;
        }

        public void Dispose() => System.Runtime.InteropServices.NativeMemory.AlignedFree(_all);
    }
}
