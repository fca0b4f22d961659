using System.CommandLine;
using Enteraxis.Bench;
using Enteraxis.Bench.Ecology;
using Enteraxis.Bench.Measure;
using Enteraxis.Numerics;

Option<FileInfo?> json = new("--json") { Description = "file to write every figure to" };
Option<DirectoryInfo?> folder = new("--out") { Description = "folder for the figures and plots (default: bench/results/<processor>)" };
Option<int> rounds = new("--rounds") { Description = "interleaved rounds; medians are given", DefaultValueFactory = _ => 5 };
Option<string> only = new("--only") { Description = "startup, memory, g51, g51_circadian, axis, separated by commas", DefaultValueFactory = _ => "startup,memory,g51,g51_circadian,axis" };
Option<bool> alone = new("--alone") { Description = "without peers: errors against our own run at a tight tolerance" };
Command engine = new("engine", "Times the engine against CVODE+KLU, deSolve and SciPy on the same people, with the error beside the speed.\n\nExample:\n  ./enteraxis bench engine --json engine.json")
{
    json, folder, rounds, only, alone,
};
engine.SetAction((parsed, cancellation) => Task.FromResult(EngineBenchmark.Run(new BenchRequest(
    parsed.GetValue(json)?.FullName, parsed.GetValue(folder)?.FullName, parsed.GetValue(rounds), parsed.GetValue(only)!, parsed.GetValue(alone)), cancellation)));
Option<string> which = new("--only") { Description = "g51, g51_circadian, axis, separated by commas", DefaultValueFactory = _ => "g51,axis" };
Command parts = new("parts", "Tells where the time of one attempted step in lanes goes.\n\nExample:\n  ./enteraxis bench parts --only g51") { which };
parts.SetAction(parsed => PartsBenchmark.Run(parsed.GetValue(which)!));
Option<int> ecologyRounds = new("--rounds") { Description = "interleaved rounds; medians are given", DefaultValueFactory = _ => 3 };
Option<string> tasks = new("--only") { Description = "all, memory, or names of tasks, separated by commas", DefaultValueFactory = _ => "memory,all" };
Option<bool> noPeers = new("--alone") { Description = "without peers" };
Command ecology = new("ecology", "Times distances, UniFrac and PERMANOVA against scikit-bio, vegan and unifrac on the public MS cohort, and measures the memory of a large table.\n\nExample:\n  ./enteraxis bench ecology --json ecology.json")
{
    json, folder, ecologyRounds, tasks, noPeers,
};
ecology.SetAction((parsed, cancellation) => Task.FromResult(EcologyBenchmark.Run(new BenchRequest(
    parsed.GetValue(json)?.FullName, parsed.GetValue(folder)?.FullName, parsed.GetValue(ecologyRounds), parsed.GetValue(tasks)!, parsed.GetValue(noPeers)), cancellation)));
Option<string?> models = new("--models") { Description = "folder of models; without it the eight of textbook size" };
Option<int> communityRounds = new("--rounds") { Description = "rounds; medians are given", DefaultValueFactory = _ => 5 };
Command community = new("genome-scale", "Times a community of eight genome-scale models: read, solved, solved again after a change of one bound.\n\nExample:\n  ./enteraxis bench genome-scale --json genome-scale.json")
{
    json, folder, communityRounds, models,
};
community.SetAction((parsed, cancellation) => Task.FromResult(GenomeScaleBenchmark.Run(new BenchRequest(
    parsed.GetValue(json)?.FullName, parsed.GetValue(folder)?.FullName, parsed.GetValue(communityRounds), "", true), parsed.GetValue(models), cancellation)));
Command first = new("first-person", "Seconds from the axis model's text to read, compiled and first person simulated, in this process.\n\nExample:\n  ./enteraxis bench first-person");
first.SetAction(_ => { Console.WriteLine(FirstPerson.Here(Path.Combine(Environment.GetEnvironmentVariable("ENTERAXIS_ROOT")!, "models")).Line); return 0; });
Argument<string> biom = new("table"), tree = new("tree"), into = new("out");
Command unifrac = new("unifrac", "Unweighted UniFrac of a table's samples on one thread, from the two files to a file of 64-bit floats.\n\nExample:\n  ./enteraxis bench unifrac table.biom tree.nwk out.bin") { biom, tree, into };
unifrac.SetAction(parsed => EcologyData.UniFracProgram(parsed.GetValue(biom)!, parsed.GetValue(tree)!, parsed.GetValue(into)!));
RootCommand root = new("Measures speed. Results are committed per processor under bench/results.") { engine, parts, ecology, unifrac, community, first };
try
{
    return root.Parse(args).Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (InputException e)
{
    Console.Error.WriteLine("enteraxis bench: " + e.Message);
    return 2;
}
catch (OperationCanceledException)
{
    Console.Error.WriteLine("Stopped; nothing was written.");
    return 130;
}
