using System.CommandLine;
using System.CommandLine.Parsing;
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
        RootCommand root = new("An open in-silico laboratory of the gut–brain axis in multiple sclerosis. Research and education, never a medical device.")
        {
            DemoCommand.Create(),
            PersonCommand.Create(),
            SimulateCommand.Create(),
            ModelsCommand.Create(),
            RerunCommand.Create(),
        };
        ParseResult parsed = root.Parse(args.Length == 0 ? ["--help"] : args);
        if (parsed.Errors.Count > 0)
        {
            foreach (ParseError error in parsed.Errors)
                await Console.Error.WriteLineAsync(error.Message);
            await Console.Error.WriteLineAsync($"See: enteraxis {parsed.CommandResult.Command.Name} --help".Replace("enteraxis enteraxis", "enteraxis", StringComparison.Ordinal));
            return 2;
        }
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, stop.Token);
        }
        catch (InputException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 2;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"{e.Message.TrimEnd('.')}; check that the folder is there and may be written to.");
            return 2;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Stopped. Finished parts are kept; the same command goes on from there.");
            return 130;
        }
    }
}
