using System.CommandLine;
using System.Text;
using Enteraxis.Modelling.Antimony.Write;
using Enteraxis.Modelling.Models;
using Enteraxis.Modelling.Models.Forms;
using Enteraxis.Modelling.Sbml.Write;
using Enteraxis.Numerics;
using Enteraxis.Numerics.Text;
using Enteraxis.Simulation.Jumps;
using Enteraxis.Studies.Omex;
using Enteraxis.Studies.Runs;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Cli.Commands;

/// <summary>enteraxis export: a model as a file that other programs read.</summary>
internal static class ExportCommand
{
    private sealed record Request(string Model, string To, string? Out, bool Plain, string Variant, string? Preset, string[] Settings, ulong Seed, string End, string Draws);

    public static Command Create()
    {
        Argument<string> model = new("model") { Description = "axis, or the path of a model file" };
        Option<string> to = new("--to") { Description = "sbml, antimony or omex", Required = true };
        Option<string?> output = new("--out") { Description = "file to write; without it the text is printed" };
        Option<bool> plain = new("--plain") { Description = "without chance: random events become a fixed schedule of dated changes, so that any simulator runs the file" };
        Option<string> variant = new("--variant") { Description = "day or hour: which clock the model of models/ runs on", DefaultValueFactory = _ => "day" };
        Option<string?> preset = new("--preset") { Description = "a parameter set of models/presets.tsv; see enteraxis models" };
        Option<string[]> set = new("--set") { Description = "name=value, for any parameter or state", AllowMultipleArgumentsPerToken = true };
        Option<ulong> seed = new("--seed") { Description = "with --plain: which random history gives the schedule", DefaultValueFactory = _ => 1UL };
        Option<string> end = new("--end") { Description = "with --plain: how long the schedule is", DefaultValueFactory = _ => "2 years" };
        Option<string> draws = new("--draws") { Description = "functions: random draws as annotated functions of SBML core; distrib: as symbols of that package", DefaultValueFactory = _ => "functions" };
        Command command = new("export", "Writes a model as a file for other programs.\n\nExample:\n  ./enteraxis export axis --to sbml --preset rrms --plain --out axis.xml")
        {
            model, to, output, plain, variant, preset, set, seed, end, draws,
        };
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(new Request(
            parsed.GetValue(model)!, parsed.GetValue(to)!, parsed.GetValue(output), parsed.GetValue(plain), parsed.GetValue(variant)!, parsed.GetValue(preset),
            parsed.GetValue(set) ?? [], parsed.GetValue(seed), parsed.GetValue(end)!, parsed.GetValue(draws)!), cancellation)));
        return command;
    }

    private static int Run(Request request, CancellationToken cancellation)
    {
        if (request.To is not ("sbml" or "antimony" or "omex")) throw new InputException($"--to: '{Echo.Of(request.To)}' is no kind of file that is written; write sbml, antimony or omex.");
        if (request is { To: "omex", Out: null }) throw new InputException("--out: an archive is no text to print; name a file, for example model.omex.");
        DrawForm draws = request.Draws switch
        {
            "functions" => DrawForm.Functions,
            "distrib" => DrawForm.Distrib,
            _ => throw new InputException($"--draws: '{Echo.Of(request.Draws)}' was not understood; write functions or distrib."),
        };
        double end = DurationText.ParseDays(request.End, "--end");
        if (!(end >= 0)) throw new InputException($"--end: '{Echo.Of(request.End)}' is no time; write 0 or more.");
        if (request.Out is not null) OutputPath.CheckFile("--out", request.Out);
        Dictionary<string, double> values = request.Preset is null ? [] : new(ModelFolder.Presets[request.Preset], StringComparer.Ordinal);
        foreach ((string name, double value) in SettingText.ParseAll(request.Settings)) values[name] = value;
        Model model = GivenValues.Of(ModelFolder.Read(request.Model, request.Variant), values);
        if (request.Plain) model = PlainForm.Of(model, FixedHistory.Of(model, new Dictionary<string, double>(), request.Seed, end, cancellation));
        SbmlOptions sbml = new() { Draws = draws, Descriptions = Descriptions(request) };
        AntimonyOptions antimony = new() { PortableNames = request.Plain };
        if (request.To == "omex") AtomicFile.Write(request.Out!, Archive(model, sbml, antimony).ToBytes());
        else if ((request.To == "sbml" ? SbmlWriter.Write(model, sbml) : AntimonyWriter.Write(model, antimony)) is var text && request.Out is null) Console.Out.Write(text);
        else AtomicFile.Write(request.Out, text);
        return 0;
    }

    /// <summary>The model in both languages; the SBML document is the one to begin with.</summary>
    private static OmexArchive Archive(Model model, SbmlOptions sbml, AntimonyOptions antimony) => new()
    {
        Entries =
        [
            new OmexEntry("model.xml", OmexArchive.SbmlFormat, IsMaster: true, Encoding.UTF8.GetBytes(SbmlWriter.Write(model, sbml))),
            new OmexEntry("model.ant", OmexArchive.AntimonyFormat, IsMaster: false, Encoding.UTF8.GetBytes(AntimonyWriter.Write(model, antimony))),
        ],
        Metadata = new OmexMetadata { Title = sbml.Descriptions.GetValueOrDefault("")?.Label ?? model.Name, Description = sbml.Descriptions.GetValueOrDefault("")?.Notes ?? "" },
    };

    private static IReadOnlyDictionary<string, Description> Descriptions(Request request) => ModelFolder.IsOwn(request.Model)
        ? ModelDescriptions.Of($"Enteraxis {request.Model}, {request.Variant}s", ModelFolder.Parameters, ModelFolder.Readouts, ModelFolder.Evidence)
        : new Dictionary<string, Description>();
}
