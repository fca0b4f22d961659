using System.CommandLine;
using Enteraxis.Cli.Commands;
using Enteraxis.Numerics;

namespace Enteraxis.Cli;

/// <summary>The command line: one file a command. Exit codes: 0 done, 2 bad input (one sentence), 130 stopped by the user, 1 a fault of the program.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        using CancellationTokenSource stop = new();
        Console.CancelKeyPress += (_, e) =>
        {
            e.Cancel = true;
            stop.Cancel();
        };
        RootCommand root = new("An open in-silico laboratory of the gut–brain axis in multiple sclerosis. Research and education, never a medical device.\n\n./enteraxis test passes the tests.")
        {
            DemoCommand.Create(),
            PersonCommand.Create(),
            SimulateCommand.Create(),
            ModelsCommand.Create(),
            ExportCommand.Create(),
            RerunCommand.Create(),
            PetabCommand.Create(),
            CheckCommand.Create(),
            SuiteCommand.Create(),
            ConvertCommand.Create(),
            ProfileCommand.Create(),
            BookCommand.Create(),
            CommunityCommand.Create(),
            CohortCommand.Create(),
            ValidateCommand.Create(),
            CalibrateCommand.Create(),
            SensitivityCommand.Create(),
        };
        ParseResult parsed = root.Parse(args.Length == 0 ? ["--help"] : args);
        if (parsed.Errors.Count > 0)
        {
            foreach (string fault in UsageFault.Describe(parsed, args))
                await Console.Error.WriteLineAsync(PlainLine.Of(fault));
            await Console.Error.WriteLineAsync(parsed.CommandResult.Command is RootCommand ? "See: ./enteraxis --help" : $"See: ./enteraxis {parsed.CommandResult.Command.Name} --help");
            return 2;
        }
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, stop.Token);
        }
        catch (InputException e)
        {
            await Console.Error.WriteLineAsync(PlainLine.Of(e.Message));
            return 2;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(PlainLine.Of(e.Message).TrimEnd('.') + "; check that the folder is there and may be written to.");
            return 2;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync(parsed.CommandResult.Command.Name is "simulate" or "petab" or "convert" or "profile" or "book" or "community" ? "Stopped; nothing was written." : "Stopped. Finished parts are kept; the same command goes on from there.");
            return 130;
        }
        catch (Exception e) when (Environment.GetEnvironmentVariable("ENTERAXIS_TRACE") is not "1")
        {
            await Console.Error.WriteLineAsync($"This is a fault of the program, not of your input ({e.GetType().Name}: {PlainLine.Of(e.Message)}). Run it again with ENTERAXIS_TRACE=1 and report what it prints.");
            return 1;
        }
    }
}
