using System.CommandLine;
using Enteraxis.Studies.People;

namespace Enteraxis.Cli.Commands;

/// <summary>enteraxis demo: the main job on the made-up inputs of examples/.</summary>
internal static class DemoCommand
{
    public static Command Create()
    {
        Option<string> output = new("--out") { Description = "folder for the report", DefaultValueFactory = _ => Path.Combine("results", "demo") };
        Command command = new("demo", "Runs the main job on examples/ and prints where the report lies.\n\nExample:\n  enteraxis demo") { output };
        command.SetAction((parsed, cancellation) => Task.FromResult(PersonCommand.Run(new PersonStudyRequest
        {
            QuestionnairePath = Installation.PathOf("examples", "newly-diagnosed.yaml"), TablePath = Installation.PathOf("examples", "feature-table.tsv"), SampleId = "S1",
            OutDir = parsed.GetValue(output)!, StudyPath = Installation.PathOf("studies", "person.yaml"), RootPath = Installation.Root,
            All = false, Seed = 1, Twins = null, Threads = Environment.ProcessorCount,
        }, cancellation)));
        return command;
    }
}
