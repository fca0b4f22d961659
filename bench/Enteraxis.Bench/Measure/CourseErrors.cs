using Enteraxis.Bench.Workloads;
using Enteraxis.Numerics.Summaries;

namespace Enteraxis.Bench.Measure;

/// <param name="P99">99th percentile of |x − reference| / (|reference| + scale) over people, outputs and observables.</param>
internal readonly record struct CourseErrors(double P99, double Max)
{
    /// <param name="courses">[person][output · observables + observable], as many people as both have.</param>
    public static CourseErrors Of(Workload workload, IReadOnlyList<double[]> courses, IReadOnlyList<double[]> reference)
    {
        int width = workload.Observables.Count;
        double[] scale = new double[width];
        for (int j = 0; j < width && workload.ScaleShare > 0; j++)
            scale[j] = workload.ScaleShare * reference.Average(r => Enumerable.Range(0, r.Length / width).Average(d => Math.Abs(r[d * width + j])));
        List<double> errors = [];
        for (int i = 0; i < Math.Min(courses.Count, reference.Count); i++)
            for (int k = 0; k < reference[i].Length; k++)
            {
                double difference = Math.Abs(courses[i][k] - reference[i][k]), size = Math.Abs(reference[i][k]) + scale[k % width];
                errors.Add(difference == 0 ? 0 : difference / size);
            }
        double[] all = [.. errors];
        Array.Sort(all);
        return new(all[(int)Math.Ceiling(0.99 * all.Length) - 1], all[^1]);
    }
}
