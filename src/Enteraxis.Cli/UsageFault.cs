using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;
using Enteraxis.Numerics.Text;

namespace Enteraxis.Cli;

/// <summary>What is wrong with a command line, in words for people, with the name that was likely meant.</summary>
internal static partial class UsageFault
{
    public static IEnumerable<string> Describe(ParseResult parsed, IReadOnlyList<string> arguments)
    {
        Command command = parsed.CommandResult.Command;
        // A mistyped option is taken for an argument and then hides behind what it leaves missing.
        string[] strange = [.. arguments.Where(a => a.StartsWith("--", StringComparison.Ordinal) && a.Length > 2).Select(a => a.Split('=', ':')[0])
            .Where(a => !OptionNames(command).Contains(a, StringComparer.Ordinal)).Distinct()];
        if (command is RootCommand && parsed.UnmatchedTokens is [string word, ..])
            return [$"'{word}' is no command.{NearestName.Hint(word, command.Subcommands.Select(c => c.Name).Append("test"))}"];
        if (strange.Length > 0)
            return strange.Select(s => $"'{s}' is no option of enteraxis {command.Name}.{NearestName.Hint(s, OptionNames(command))}");
        return parsed.Errors.Select(e => Plain(e.Message)).Distinct();
    }

    private static string[] OptionNames(Command command) => [.. command.Options.SelectMany(o => o.Aliases.Append(o.Name)).Append("--help").Append("--version")];

    private static string Plain(string message)
    {
        Match typed = WrongType().Match(message);
        return typed.Success ? $"{typed.Groups["option"].Value}: '{typed.Groups["text"].Value}' is no {(typed.Groups["type"].Value.Contains("Int", StringComparison.Ordinal) ? "whole " : "")}number that fits here."
            : message;
    }

    [GeneratedRegex("^Cannot parse argument '(?<text>.*)' for option '(?<option>.*)' as expected type '(?<type>.*)'\\.", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex WrongType();
}
