using Enteraxis.Bench.Measure;

namespace Enteraxis.Bench.Ecology;

/// <summary>Rounds in which ours and every peer have their turn at each task, so that a change of the machine's mood meets all of them.</summary>
internal sealed class EcologyMeasurement(IReadOnlyList<EcologyTask> tasks, EcologyPeer? reading, string folder, Action<string> say)
{
    private readonly Dictionary<(string Task, string Program), List<double>> _seconds = [], _ratios = [];
    private readonly Dictionary<(string Task, string Program), double> _errors = [];
    private readonly HashSet<string> _absent = new(StringComparer.Ordinal);

    public IReadOnlyList<EcologyFigure> Run(int rounds, CancellationToken cancellation)
    {
        // Once unmeasured: the compiler's time is no ecologist's.
        foreach (EcologyTask task in tasks) task.Own();
        for (int round = 0; round < rounds; round++)
        {
            say($"ecology: round {round + 1} of {rounds}");
            double read = tasks.Any(t => t.TakesOffReading) && reading is not null && !_absent.Contains(reading.Key) ? reading.Run(folder, out _)?.Seconds ?? 0 : 0;
            foreach (EcologyTask task in tasks)
            {
                cancellation.ThrowIfCancellationRequested();
                double start = Clock(task);
                double[] own = task.Own();
                double mine = Clock(task) - start;
                Add(_seconds, (task.Name, "enteraxis"), mine);
                foreach (EcologyPeer peer in task.Peers.Where(p => !_absent.Contains(p.Key)))
                {
                    double began = ChildClock.Seconds;
                    if (peer.Run(folder, out string trouble) is not { } theirs)
                    {
                        _absent.Add(peer.Key);
                        say($"Without {peer.Label} ({trouble}). To have it: {peer.Install}");
                        continue;
                    }
                    double seconds = task.WholeProgram ? ChildClock.Seconds - began : Math.Max(1e-6, theirs.Seconds - (task.TakesOffReading ? read : 0));
                    Add(_seconds, (task.Name, peer.Key), seconds);
                    Add(_ratios, (task.Name, peer.Key), seconds / mine);
                    _errors[(task.Name, peer.Key)] = Error(own, theirs.Values, task.Compared);
                }
            }
        }
        return [.. tasks.SelectMany(t => t.Peers.Where(p => _seconds.ContainsKey((t.Name, p.Key))).Select(p => Figure(t.Name, p.Key, p.Bar)).Prepend(Figure(t.Name, "enteraxis", null)))];
    }

    private static double Clock(EcologyTask task) => task.WholeProgram ? ChildClock.Seconds : ThreadClock.Seconds;

    private EcologyFigure Figure(string task, string program, double? bar)
    {
        double[] seconds = [.. _seconds[(task, program)].Order()], ratios = _ratios.TryGetValue((task, program), out List<double>? r) ? [.. r.Order()] : [1];
        return new(task, program, seconds[seconds.Length / 2], seconds[0], seconds[^1], ratios[ratios.Length / 2], bar, _errors.GetValueOrDefault((task, program)));
    }

    private static double Error(double[] own, double[] theirs, int? compared)
    {
        if (compared is null && own.Length != theirs.Length) return double.NaN;
        double most = 0;
        for (int k = 0; k < (compared ?? own.Length); k++) most = Math.Max(most, Math.Abs(own[k] - theirs[k]) / (compared is null ? 1 : Math.Abs(own[k])));
        return most;
    }

    private static void Add(Dictionary<(string, string), List<double>> to, (string, string) key, double value)
    {
        if (!to.TryGetValue(key, out List<double>? list)) to[key] = list = [];
        list.Add(value);
    }
}
