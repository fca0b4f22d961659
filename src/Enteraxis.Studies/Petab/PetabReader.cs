using Enteraxis.Numerics;
using Enteraxis.Numerics.Tables;
using Enteraxis.Numerics.Text;
using Enteraxis.Studies.Yaml;

namespace Enteraxis.Studies.Petab;

/// <summary>Reads a problem file (YAML) of version 1 or 2 and every table that it names; a kind of table may lie in several files.</summary>
/// <remarks>Format: Schmiester and others, PEtab: interoperable specification of parameter estimation problems in systems biology (PLoS Comput Biol 17:e1008646, 2021), and its version 2.0.</remarks>
internal sealed class PetabReader(string path)
{
    private readonly YamlMap _yaml = YamlFile.Read(path);
    private readonly List<string> _files = [Path.GetFileName(path)];
    private readonly List<PetabObservable> _observables = [];
    private readonly List<PetabMeasurement> _measurements = [];
    private readonly Dictionary<string, string> _models = new(StringComparer.Ordinal), _mapping = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PetabExperiment> _experiments = new(StringComparer.Ordinal) { [""] = PetabExperiment.Plain };

    internal PetabProblem Read()
    {
        string format = _yaml.Required("format_version");
        int version = format.Split('.')[0] switch
        {
            "1" => 1,
            "2" => 2,
            _ => throw _yaml.Fault("format_version", $"version '{Echo.Of(format)}' of PEtab is not known; 1 and 2 are read."),
        };
        if (_yaml.Map("extensions") is { } extensions && extensions.Keys.FirstOrDefault() is string extension) throw _yaml.Fault("extensions", $"the extension '{Echo.Of(extension)}' of PEtab is not supported; remove it.");
        PetabParameter[] parameters = [.. (_yaml.Has("parameter_files") ? Paths(_yaml, "parameter_files") : Paths(_yaml, "parameter_file")).SelectMany(f => ParameterRows.Read(f, version))];
        Unique(parameters.Select(p => p.Id), "parameter");
        if (version == 1) ReadVersion1();
        else ReadVersion2();
        PetabProblem problem = new()
        {
            Name = Path.GetFileNameWithoutExtension(path), Version = version, Models = _models, Parameters = parameters, Observables = _observables, Experiments = _experiments, Measurements = _measurements, Mapping = _mapping,
            Files = [.. _files.Distinct(StringComparer.Ordinal)],
        };
        new PetabCheck(problem).Run();
        return problem;
    }

    private void ReadVersion1()
    {
        _yaml.AllowOnly("format_version", "parameter_file", "parameter_files", "problems", "extensions");
        IReadOnlyList<YamlMap> parts = _yaml.Maps("problems");
        if (parts.Count == 0) throw _yaml.Fault("problems", "the list 'problems' is missing or empty; it names the model and the tables.");
        for (int i = 0; i < parts.Count; i++)
        {
            YamlMap part = parts[i];
            part.AllowOnly("sbml_files", "model_files", "condition_files", "measurement_files", "observable_files", "visualization_files", "mapping_files");
            string[] models = [.. Paths(part, "sbml_files")];
            if (models.Length != 1) throw part.Fault("sbml_files", FormattableString.Invariant($"a problem has one model, not {models.Length}; name one file."));
            // Conditions of two problems may share names.
            string prefix = parts.Count > 1 ? FormattableString.Invariant($"problem {i + 1}: ") : "", model = FormattableString.Invariant($"model_{i}");
            _models[model] = models[0];
            Observe(part, 1);
            Dictionary<string, IReadOnlyList<PetabChange>> conditions = new(StringComparer.Ordinal);
            foreach (string file in Paths(part, "condition_files"))
                foreach ((string id, IReadOnlyList<PetabChange> changes) in ExperimentRows.WideConditions(file))
                    if (!conditions.TryAdd(id, changes)) throw new InputException($"{file}: the condition '{Echo.Of(id)}' stands twice; keep one.");
            PetabMeasurement[] measured = [.. Paths(part, "measurement_files").SelectMany(f => MeasurementRows.Read(f, 1))];
            _measurements.AddRange(measured.Select(m => m with { Experiment = prefix + m.Experiment, Model = model }));
            foreach ((string before, string condition, string place) in MeasurementRows.PairsOf(measured))
            {
                string key = prefix + MeasurementRows.KeyOf(before, condition);
                if (_experiments.ContainsKey(key)) continue;
                PetabPeriod main = new(0, Condition(condition));
                _experiments[key] = new PetabExperiment(key, before.Length == 0 ? [main] : [new PetabPeriod(double.NegativeInfinity, Condition(before)), main]);
                IReadOnlyList<PetabChange> Condition(string id) => conditions.TryGetValue(id, out IReadOnlyList<PetabChange>? c) ? c
                    : throw new InputException($"{place}: the condition '{Echo.Of(id)}' is in no table of conditions.{NearestName.Hint(id, conditions.Keys)}");
            }
        }
    }

    private void ReadVersion2()
    {
        _yaml.AllowOnly("format_version", "id", "parameter_file", "parameter_files", "model_files", "condition_files", "experiment_files", "measurement_files", "observable_files", "mapping_files", "visualization_files", "extensions");
        YamlMap models = _yaml.Map("model_files") ?? throw _yaml.Fault("model_files", "'model_files' is missing; it names each model with its language and location.");
        foreach (string id in models.Keys)
        {
            YamlMap model = models.Map(id)!;
            model.AllowOnly("language", "location");
            string language = model.Required("language");
            if (language is not ("sbml" or "antimony")) throw model.Fault("language", $"models in '{Echo.Of(language)}' are not read; sbml and antimony are.");
            _models[id] = Locate(model.Required("location"));
        }
        Observe(_yaml, 2);
        Dictionary<string, IReadOnlyList<PetabChange>> conditions = Paths(_yaml, "condition_files").SelectMany(ExperimentRows.LongConditions).GroupBy(c => c.Condition)
            .ToDictionary(g => g.Key, g => (IReadOnlyList<PetabChange>)[.. g.Select(c => c.Change)], StringComparer.Ordinal);
        foreach (PetabExperiment e in ExperimentRows.Experiments(Paths(_yaml, "experiment_files"), conditions)) _experiments[e.Id] = e;
        _measurements.AddRange(Paths(_yaml, "measurement_files").SelectMany(f => MeasurementRows.Read(f, 2)));
        foreach (string file in Paths(_yaml, "mapping_files"))
            foreach (TsvRow row in PetabTable.Read(file, "petabEntityId", "modelEntityId").Table.Rows)
                if (!PetabTable.IsEmpty(row["modelEntityId"])) _mapping[PetabTable.Id(row, "petabEntityId")] = row["modelEntityId"];
    }

    private void Observe(YamlMap part, int version)
    {
        foreach (PetabObservable o in Paths(part, "observable_files").SelectMany(f => ObservableRows.Read(f, version))) _observables.Add(o);
        Unique(_observables.Select(o => o.Id), "observable");
    }

    private void Unique(IEnumerable<string> ids, string what)
    {
        if (ids.GroupBy(i => i).FirstOrDefault(g => g.Count() > 1) is { } twice) throw new InputException($"{path}: the {what} '{Echo.Of(twice.Key)}' stands twice; keep one row.");
    }

    private IEnumerable<string> Paths(YamlMap map, string key) => map.Words(key).Select(Locate);

    private string Locate(string name)
    {
        _files.Add(name);
        return Path.Combine(Path.GetDirectoryName(path) ?? "", name);
    }
}
