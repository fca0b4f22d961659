using System.CommandLine;
using System.Globalization;
using Enteraxis.Modelling;
using Enteraxis.Numerics;
using Enteraxis.Simulation;

namespace Enteraxis.Cli.Commands;

/// <summary>enteraxis check: what is wrong with a model file, before anything is run.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        Argument<string> model = new("model") { Description = "a model of models/ (axis), or a model file (.ant, .txt, .xml, .sbml)" };
        Command command = new("check", "Lists the faults of a model with line and remedy.\n\nExample:\n  ./enteraxis check model.xml") { model };
        command.SetAction(parsed => Run(parsed.GetValue(model)!));
        return command;
    }

    private static int Run(string path)
    {
        (IReadOnlyList<string> faults, IReadOnlyList<string> warnings) = ModelFolder.IsOwn(path) ? CheckOwn(path) : ModelFile.Check(path);
        if (faults.Count == 0) faults = Unrunnable(path);
        foreach (string fault in faults) Console.Out.WriteLine(PlainLine.Of("fault: " + fault));
        foreach (string warning in warnings) Console.Out.WriteLine(PlainLine.Of("warning: " + warning));
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{faults.Count} fault{(faults.Count == 1 ? "" : "s")}, {warnings.Count} warning{(warnings.Count == 1 ? "" : "s")}."));
        return faults.Count == 0 ? 0 : 2;
    }

    // Models of models/ have their values in the tables beside them.
    private static (IReadOnlyList<string> Faults, IReadOnlyList<string> Warnings) CheckOwn(string name)
    {
        try
        {
            return ([], ModelFolder.Read(name, "day").Warnings);
        }
        catch (InputException e)
        {
            return ([e.Message], []);
        }
    }

    // Read without a fault, a model may still have initial values in a circle or equations that determine nothing.
    private static IReadOnlyList<string> Unrunnable(string path)
    {
        try
        {
            _ = new CompiledModel(ModelFolder.Read(path, "day"), []);
            return [];
        }
        catch (InputException e)
        {
            return [e.Message];
        }
    }
}
