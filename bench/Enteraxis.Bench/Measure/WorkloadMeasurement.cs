using Enteraxis.Bench.Peers;
using Enteraxis.Bench.Workloads;

namespace Enteraxis.Bench.Measure;

/// <summary>Errors first, then speeds in rounds in which every engine has its turn, so that a change of the machine's mood meets all of them.</summary>
internal sealed class WorkloadMeasurement(Workload workload, IReadOnlyList<Peer> peers, PeerModel? files, int rounds, Action<string> say)
{
    private const string Own = "enteraxis";
    private const double PeerRtol = 1e-6, PeerAtol = 1e-9, ReferenceRtol = 1e-12, ReferenceAtol = 1e-15;

    private static readonly double[] OwnTolerances = [2e-3, 1e-3, 6e-4, 4e-4, 2.5e-4, 1.5e-4, 1e-4, 8e-5, 6e-5, 4e-5, 2e-5, 1e-5, 3e-6, 1e-6, 1e-7];

    public WorkloadResult Run(CancellationToken cancellation)
    {
        OwnEngine own = new(workload);
        (double[][] reference, string from) = Reference(own);
        List<(double Rtol, CourseErrors Error)> errors = [.. OwnTolerances.Select(r => (r, CourseErrors.Of(workload, own.Courses(workload.Compared, r), reference)))];
        List<Turn> turns = [.. errors.Select(e => new Turn(Own, e.Rtol, e.Rtol * 1e-3, e.Error, workload.People.Count, () => own.Time(e.Rtol) is var t ? (t.Seconds, t.Steps) : default))];
        foreach (Peer peer in peers)
            foreach (double factor in peer.Key == "cvode_klu" ? [100, 10, 1, 0.1] : new[] { 1.0 })
            {
                int people = peer.IsSlow ? workload.SlowPeople : workload.PeerPeople;
                double rtol = PeerRtol * factor, atol = PeerAtol * factor;
                if (peer.Run(files!, people, rtol, atol, out string trouble) is null)
                {
                    say($"{workload.Name}: {peer.Label} stopped: {trouble}");
                    continue;
                }
                CourseErrors error = CourseErrors.Of(workload, peer.Courses(files!, workload), reference);
                turns.Add(new Turn(peer.Key, rtol, atol, error, people, () => peer.Run(files!, people, rtol, atol, out _) ?? (double.NaN, double.NaN)));
            }
        for (int round = 0; round < rounds; round++)
        {
            say($"{workload.Name}: round {round + 1} of {rounds}");
            foreach (Turn turn in turns)
            {
                cancellation.ThrowIfCancellationRequested();
                turn.Take();
            }
        }
        Figure[] figures = [.. turns.Select(t => t.Figure(workload.UnitsPerPerson))];
        double[] places = own.AtStackPlaces(1e-4);
        OwnTiming last = own.Time(1e-4);
        return new WorkloadResult(workload, from, figures, peers.ToDictionary(p => p.Key, p => Ratio(figures, p.Key)), Fastest(figures, workload.ErrorBar)?.Speed, places.Max() / places.Min(), last.Occupancy, last.How);
    }

    private (double[][], string) Reference(OwnEngine own)
    {
        if (peers.FirstOrDefault(p => p.Key == "cvode_klu") is { } cvode && cvode.Run(files!, workload.Compared, ReferenceRtol, ReferenceAtol, out _) is not null)
            return (cvode.Courses(files!, workload), $"CVODE at rtol {ReferenceRtol:0e0}");
        return (own.Reference(workload.Compared, 1e-11), "own, one by one, at rtol 1e-11");
    }

    private static double? Ratio(Figure[] figures, string peer) =>
        figures.FirstOrDefault(f => f.Engine == peer && f.Rtol == PeerRtol) is { } theirs && Fastest(figures, theirs.Error.P99) is { } ours ? ours.Speed / theirs.Speed : null;

    private static Figure? Fastest(Figure[] figures, double p99) => figures.Where(f => f.Engine == Own && f.Error.P99 <= p99).MaxBy(f => f.Speed);

    /// <summary>What one engine does in every round.</summary>
    private sealed class Turn(string engine, double rtol, double atol, CourseErrors error, int people, Func<(double Seconds, double Steps)> run)
    {
        private readonly List<double> _seconds = [];
        private double _steps;

        public void Take()
        {
            (double seconds, _steps) = run();
            _seconds.Add(seconds);
        }

        public Figure Figure(double units)
        {
            _seconds.Sort();
            double Speed(double seconds) => people * units / seconds;
            return new(engine, rtol, atol, Speed(_seconds[_seconds.Count / 2]), Speed(_seconds[^1]), Speed(_seconds[0]), error, _steps, people);
        }
    }
}
