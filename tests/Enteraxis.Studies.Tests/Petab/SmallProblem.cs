using Enteraxis.Studies.Petab;

namespace Enteraxis.Studies.Tests.Petab;

/// <summary>A decay dx/dt = −k x in Antimony with the tables of a problem of version 2, each of which a test may replace.</summary>
internal sealed class SmallProblem : IDisposable
{
    private readonly ScratchFolder _folder = new();
    private readonly Dictionary<string, string> _files = new(StringComparer.Ordinal)
    {
        ["model.ant"] = "model decay()\n  x = 2; k = 0.1; x' = -k * x;\nend\n",
        ["problem.yaml"] = "format_version: 2.0.0\nmodel_files:\n  m:\n    language: antimony\n    location: model.ant\nparameter_files: [parameters.tsv]\ncondition_files: [conditions.tsv]\nexperiment_files: [experiments.tsv]\nmeasurement_files: [measurements.tsv, more.tsv]\nobservable_files: [observables.tsv]\n",
        ["parameters.tsv"] = "parameterId\tlowerBound\tupperBound\tnominalValue\testimate\nk\t0\t10\t0.5\ttrue\nscale\t0\t10\t3\tfalse\n",
        ["conditions.tsv"] = "conditionId\ttargetId\ttargetValue\ndouble\tx\t2 * x\n",
        ["experiments.tsv"] = "experimentId\ttime\tconditionId\ne\t0\t\ne\t4\tdouble\n",
        ["observables.tsv"] = "observableId\tobservableFormula\tnoiseFormula\tnoisePlaceholders\no\tscale * x\tsigma\tsigma\np\to + time\t1\t\n",
        ["measurements.tsv"] = "observableId\texperimentId\ttime\tmeasurement\tnoiseParameters\no\te\t2\t1\t0.5\no\te\t4\t1\t0.5\n",
        ["more.tsv"] = "observableId\texperimentId\ttime\tmeasurement\tnoiseParameters\np\te\t6\t10\t\no\te\tinf\t0\t2\n",
    };

    internal string Folder => _folder.Path;

    internal SmallProblem With(string file, string text)
    {
        _files[file] = text;
        return this;
    }

    internal SmallProblem Replacing(string file, string old, string text)
    {
        Assert.Contains(old, _files[file], StringComparison.Ordinal);
        return With(file, _files[file].Replace(old, text, StringComparison.Ordinal));
    }

    internal PetabProblem Read()
    {
        foreach ((string name, string text) in _files) _folder.Write(name, text);
        return PetabProblem.Read(_folder["problem.yaml"]);
    }

    internal PetabResult Run() => new PetabSimulation(Read()).Run();

    public void Dispose() => _folder.Dispose();
}
