using System.CommandLine;
using System.Globalization;
using Enteraxis.Studies.People;
using Enteraxis.Studies.Runs;

namespace Enteraxis.Cli.Commands;

/// <summary>enteraxis demo: the main job on the made-up inputs of examples/.</summary>
internal static class DemoCommand
{
    private static readonly string Folder = Path.Combine("results", "demo");

    public static Command Create()
    {
        Option<string?> output = new("--out") { Description = $"folder for the report [default: {Folder}, or the next free {Folder}-2, {Folder}-3, …]" };
        Command command = new("demo", "Runs the main job on examples/ and prints where the report lies.\n\nExample:\n  ./enteraxis demo") { output };
        command.SetAction((parsed, cancellation) => Task.FromResult(parsed.GetValue(output) is { } folder ? Run(folder, cancellation) : RunInNextFolder(cancellation)));
        return command;
    }

    // Whoever changes a line of models/ and calls the demo again wants to see the change and to keep the page from before.
    private static int RunInNextFolder(CancellationToken cancellation)
    {
        for (int n = 1; ; n++)
        {
            string folder = n == 1 ? Folder : string.Create(CultureInfo.InvariantCulture, $"{Folder}-{n}");
            try
            {
                return Run(folder, cancellation);
            }
            catch (FolderTakenException)
            {
                Console.Error.WriteLine($"{folder} holds a run of other models or inputs and is kept.");
            }
        }
    }

    private static int Run(string folder, CancellationToken cancellation) => PersonCommand.Run(new PersonStudyRequest
    {
        QuestionnairePath = Installation.PathOf("examples", "newly-diagnosed.yaml"), TablePath = Installation.PathOf("examples", "feature-table.tsv"), SampleId = "S1",
        OutDir = folder, StudyPath = Installation.PathOf("studies", "person.yaml"), RootPath = Installation.Root,
        All = false, Seed = 1, Twins = null, Threads = Environment.ProcessorCount,
    }, cancellation);
}
