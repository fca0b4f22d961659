using System.Text;
using Enteraxis.Modelling.Antimony.Write;
using Enteraxis.Modelling.Expressions;
using Enteraxis.Modelling.Models;
using Enteraxis.Modelling.Models.Forms;
using Enteraxis.Modelling.Sbml.Write;
using Enteraxis.Simulation;
using Enteraxis.Studies.Experiments.Maths;
using Enteraxis.Studies.SedMl;

namespace Enteraxis.Studies.Omex;

/// <summary>All that decides a run of one person, for saving it.</summary>
/// <param name="Run">Its values, schedule, span, seed and output times; these must be equidistant.</param>
/// <param name="Table">The result as text (TSV).</param>
public sealed record SavedRun(string Title, Model Model, PersonRun Run, IReadOnlyList<string> Observables, SimulationOptions Options, string Table);

/// <summary>Saves a run as a COMBINE archive: the model as SBML and as Antimony text, the experiment as SED-ML, the result as a table.</summary>
/// <remarks>
/// Values of the run stand in the models themselves, dated changes as events. The experiment names the SBML where nothing is random, so that any simulator runs it to the same curves. A run with
/// jumps, drives or draws names the Antimony text, whose random numbers come back here by name and seed; its SBML is equal in law and lies beside.
/// A model that one of the two languages cannot say is left out of it.
/// </remarks>
public static class RunArchive
{
    private const string SbmlFile = "model.xml", AntimonyFile = "model.ant", Experiment = "simulation.sedml", Table = "results.tsv";

    /// <exception cref="Numerics.InputException">Neither language can say the model.</exception>
    public static OmexArchive Of(SavedRun saved)
    {
        Model model = WithSchedule(GivenValues.Of(saved.Model, saved.Run.Values), saved.Run.Schedule);
        bool random = saved.Run.Randomness && (model.Jumps.Count + model.Drives.Count > 0 || Draws(model));
        if (!saved.Run.Randomness && model.Jumps.Count + model.Drives.Count > 0) model = PlainForm.Of(model, []);
        string? text = Try(() => AntimonyWriter.Write(model)), sbml = random ? Try(() => SbmlWriter.Write(model)) : SbmlWriter.Write(model);
        if (random && text is null) throw new Numerics.InputException($"The model '{model.Name}' has random events and cannot be written as Antimony text; save the run with --no-random.");
        Identifiers names = random ? AntimonyWriter.NamesOf(model) : SbmlWriter.NamesOf(model);
        SedDocument document = Document(saved, random ? AntimonyFile : SbmlFile, random ? "urn:sedml:language:antimony" : "urn:sedml:language:sbml.level-3.version-2", names);
        List<OmexEntry> entries = [new(Experiment, OmexArchive.SedMlFormat, true, Encoding.UTF8.GetBytes(SedWriter.Write(document)))];
        if (sbml is not null) entries.Add(new(SbmlFile, OmexArchive.SbmlFormat, false, Encoding.UTF8.GetBytes(sbml)));
        if (text is not null) entries.Add(new(AntimonyFile, OmexArchive.AntimonyFormat, false, Encoding.UTF8.GetBytes(text)));
        entries.Add(new(Table, OmexArchive.TsvFormat, false, Encoding.UTF8.GetBytes(saved.Table)));
        return new OmexArchive
        {
            Entries = entries,
            Metadata = new OmexMetadata
            {
                Title = saved.Title,
                Description = "A run of Enteraxis: simulation.sedml says it, results.tsv is what came out. " + (random ? "It has random events: model.ant gives the same ones again by the seed, model.xml others of the same law." : "Nothing in it is random.") + " Research and education, never a medical device.",
            },
        };
    }

    private static SedDocument Document(SavedRun saved, string source, string language, Identifiers names)
    {
        int steps = saved.Run.OutputTimes.Count - 1;
        UniformTimeCourse course = new("course", Kisao.Of(saved.Options, saved.Run.Seed), saved.Run.Start, saved.Run.OutputTimes[0], saved.Run.OutputTimes[^1], Math.Max(0, steps));
        SedDataGenerator time = Generator("time", "time", new SedVariable("v", "", "", "urn:sedml:symbol:time", "task", "", "", [], 0));
        SedDataGenerator[] generators = [time, .. saved.Observables.Select((o, i) => Generator(FormattableString.Invariant($"g{i + 1}"), o,
            new SedVariable("v", "", $"/sbml:sbml/sbml:model/sbml:listOfParameters/sbml:parameter[@id='{names[o]}']", "", "task", "", "", [], 0)))];
        return new SedDocument
        {
            Models = [new SedModel("model", saved.Model.Name, language, source, [])], Simulations = [course], Tasks = [new SedTask("task", "model", "course")], DataGenerators = generators,
            Outputs = [new SedReport("report", saved.Title, [.. generators.Select(g => new SedDataSet("d_" + g.Id, g.Name, g.Id))]),
                new SedPlot("plot", saved.Title, [.. generators.Skip(1).Select(g => new SedCurve("c_" + g.Id, g.Name, "time", g.Id))], false, false)],
        };
    }

    private static SedDataGenerator Generator(string id, string name, SedVariable variable) => new(id, name, new SedCalculation([variable], [], new MathName("v")));

    // A change at its time becomes an event; at one time they apply in their order, as priorities say.
    private static Model WithSchedule(Model m, IReadOnlyList<ScheduledChange> schedule)
    {
        if (schedule.Count == 0) return m;
        ExpressionGraph g = m.Graph;
        lock (g)
        {
            ModelEvent Event(ScheduledChange c, int i)
            {
                Quantity q = m.Find(c.Name)!;
                Expr value = g.Constant(c.Value), after = c.Kind switch { ChangeKind.Add => g.Add(q.Value, value), ChangeKind.Scale => g.Multiply(q.Value, value), _ => value };
                return new ModelEvent(FormattableString.Invariant($"change_{i + 1}"), g.Make(Operator.GreaterOrEqual, g.Time, g.Constant(c.Time)), Expr.None, g.Constant(schedule.Count - i), true, false, false, [new ModelAssignment(q.Kind, q.Index, after)]);
            }
            HashSet<string> moved = [.. schedule.Select(c => c.Name)];
            return new Model
            {
                Name = m.Name, Graph = g, States = m.States, Assigned = m.Assigned, Jumps = m.Jumps, Drives = m.Drives, Reactions = m.Reactions, Warnings = m.Warnings, Units = m.Units,
                Parameters = [.. m.Parameters.Select(p => moved.Contains(p.Name) ? p with { IsConstant = false } : p)], Events = [.. m.Events, .. schedule.Select(Event)],
            };
        }
    }

    private static bool Draws(Model m) => m.States.Any(s => Dependencies.ContainsDraw(m.Graph, s.Initial)) || m.Parameters.Any(p => Dependencies.ContainsDraw(m.Graph, p.Initial)) || m.Events.SelectMany(e => e.Assignments).Any(a => Dependencies.ContainsDraw(m.Graph, a.Value));

    private static string? Try(Func<string> write)
    {
        try
        {
            return write();
        }
        catch (Numerics.InputException)
        {
            return null;
        }
    }
}
