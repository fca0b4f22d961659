using Enteraxis.Numerics.Summaries;
using Enteraxis.Simulation;

namespace Enteraxis.Studies.People;

/// <summary>What people of a reference regime produce, on their own diets and communities: the yardstick beside the estimated acids.</summary>
public sealed class ReferencePeople(StudyContext context)
{
    private const ulong FirstPerson = 1UL << 33;
    private const double Days = 240;

    /// <summary>Production by read-out, one value a person; empty where the study asks for no reference.</summary>
    public IReadOnlyDictionary<string, double[]> Production(CancellationToken cancellation)
    {
        StudyFile study = context.Study;
        if (study.ReferencePeople == 0 || study.ReferencePreset.Length == 0 || study.Acids.Count == 0) return new Dictionary<string, double[]>();
        int width = study.Acids.Count;
        double[] flat = context.Chunks.Get("reference", () =>
        {
            double[] rows = new double[study.ReferencePeople * width];
            Array.Fill(rows, double.NaN);
            double[] times = [.. Enumerable.Range(0, 5).Select(i => Days - 28 + 7 * i)];
            PersonRun[] runs = [.. Enumerable.Range(0, study.ReferencePeople).Select(i => Run(FirstPerson + (ulong)i, times))];
            context.Run(context.Axis.Simulator, runs, (i, course) =>
            {
                if (course.Failure is not null) return;
                for (int a = 0; a < width; a++)
                {
                    int column = context.Axis.Column(study.Acids[a].Readout);
                    rows[i * width + a] = Moments.Mean([.. Enumerable.Range(0, times.Length).Select(t => course.Values[t, column])]);
                }
            }, cancellation);
            return rows;
        });
        return study.Acids.Select((a, i) => (a.Readout, Values: Enumerable.Range(0, study.ReferencePeople).Select(p => flat[p * width + i]).Where(double.IsFinite).ToArray()))
            .ToDictionary(x => x.Readout, x => x.Values, StringComparer.Ordinal);
    }

    private PersonRun Run(ulong person, double[] times) => new()
    {
        Seed = context.Seed, Person = person, End = Days, OutputTimes = times,
        Values = context.Axis.Restrict(context.Library.Parameters.Draw(context.Seed, person, person, context.Library.Presets[context.Study.ReferencePreset], preset: context.Study.ReferencePreset)),
    };
}
