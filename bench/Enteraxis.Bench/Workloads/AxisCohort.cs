using Enteraxis.Modelling.Models;
using Enteraxis.Simulation;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Bench.Workloads;

/// <summary>Any number of people of the axis with its jumps, drives and events, each made when she is asked for.</summary>
internal sealed class AxisCohort
{
    public const ulong Seed = 20061;

    private readonly ParameterTable _parameters;
    private readonly IReadOnlyDictionary<string, double> _preset;

    public AxisCohort(string models, IReadOnlyList<double> times)
    {
        Model = AxisTwoYears.Read(models);
        _parameters = ParameterTable.Read(Path.Combine(models, "parameters.tsv"));
        _preset = PresetTable.Read(Path.Combine(models, "presets.tsv"))["rrms"];
        Times = times;
    }

    public Model Model { get; }
    public IReadOnlyList<double> Times { get; }

    public PersonRun Person(int i) => new()
    {
        Seed = Seed, Person = (ulong)i, End = Times[^1], OutputTimes = Times,
        Values = _parameters.Draw(Seed, (ulong)i, (ulong)i, _preset).Where(v => Model.Find(v.Key)?.Kind is QuantityKind.State or QuantityKind.Parameter)
            .ToDictionary(v => v.Key, v => v.Value, StringComparer.Ordinal),
    };
}
