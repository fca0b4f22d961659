using Enteraxis.Numerics.Tables;
using System.CommandLine;
using Enteraxis.Modelling.Models;
using Enteraxis.Studies.Tables;
using Spectre.Console;

namespace Enteraxis.Cli.Commands;

/// <summary>enteraxis models: what there is to simulate, set, dose and observe.</summary>
internal static class ModelsCommand
{
    public static Command Create()
    {
        Option<bool> all = new("--all") { Description = "list every state and parameter too" };
        Command command = new("models", "Lists presets, states, read-outs, doses and interventions with their units.\n\nExample:\n  ./enteraxis models --all") { all };
        command.SetAction(parsed => Run(parsed.GetValue(all)));
        return command;
    }

    private static int Run(bool all)
    {
        Model model = ModelFolder.Read("axis", "day");
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(Console.Out) });
        console.Profile.Width = 160;
        List(console, "Presets", ["preset", "parameters it sets"], ModelFolder.Presets.Names.Select(p => new[] { p, string.Join(", ", ModelFolder.Presets[p].Keys) }));
        List(console, "Read-outs", ["name", "what", "unit"], ModelFolder.Readouts.Rows.Select(r => new[] { r.Id, r.Label, r.Unit }));
        List(console, "Doses", ["name", "unit", "goes to", "what"], ModelFolder.Doses.Rows.Select(d => new[] { d.Id, d.Unit, $"{d.Target} ({model.Find(d.Target)?.Unit ?? "hour variant"})", d.Label }));
        TsvTable interventions = TsvTable.Read(Installation.PathOf("models", "interventions.tsv"), "intervention", "label", "kind", "target", "value", "unit");
        List(console, "Interventions", ["name", "what", "change"], interventions.Rows.GroupBy(r => r["intervention"])
            .Select(g => new[] { g.Key, g.First()["label"], string.Join("; ", g.Select(Change).GroupBy(c => c).Select(c => c.Count() == 1 ? c.Key : $"{c.Key} ({c.Count()} times)")) }));
        List(console, "States", ["name", "unit"], model.States.Where(s => all || !s.Name.Contains('.', StringComparison.Ordinal)).Select(s => new[] { s.Name, s.Unit }));
        if (all)
            List(console, "Parameters", ["name", "value", "unit", "status", "source"], ModelFolder.Parameters.Rows
                .Select(r => new[] { r.Name, r.Value.ToString("R", System.Globalization.CultureInfo.InvariantCulture), r.Unit, r.Status, r.Evidence }));
        return 0;
    }

    private static string Change(TsvRow r) => $"{r["kind"]} {r["target"]} {r["value"]}{(r["unit"] is "1" ? "" : " " + r["unit"])}";

    private static void List(IAnsiConsole console, string title, string[] columns, IEnumerable<string[]> rows)
    {
        Table table = new() { Border = TableBorder.Simple, Title = new TableTitle(title) };
        foreach (string c in columns) table.AddColumn(c);
        foreach (string[] r in rows) table.AddRow([.. r.Select(Markup.Escape)]);
        console.Write(table);
    }
}
