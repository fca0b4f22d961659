using System.Reflection;
using Enteraxis.Microbiome.Import;
using Enteraxis.Numerics;
using Enteraxis.Studies.Runs;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Studies.People;

/// <summary>Copies of what a run was given, by their path in the run folder.</summary>
public static class StudyInputs
{
    // A feature table's taxonomy may stand beside it.
    private static readonly string[] SideFiles = ["taxonomy.tsv", "features.tsv", "taxonomy.tsv.gz", "features.tsv.gz"];

    public static SortedDictionary<string, byte[]> Collect(PersonStudyRequest request)
    {
        SortedDictionary<string, byte[]> inputs = new(StringComparer.Ordinal)
        {
            ["inputs/person.yaml"] = Bytes(request.QuestionnairePath),
            ["inputs/study.yaml"] = Bytes(StudyPath(request)),
        };
        if (Directory.Exists(request.TablePath))
            foreach (string file in Directory.EnumerateFiles(request.TablePath)) inputs[$"inputs/table/{NameOf(request.TablePath)}/{Path.GetFileName(file)}"] = Bytes(file);
        else inputs["inputs/table/" + NameOf(request.TablePath)] = Bytes(request.TablePath);
        string folder = Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(request.TablePath)))!, stem = Path.GetFileNameWithoutExtension(request.TablePath);
        foreach (string side in Directory.EnumerateFiles(folder).Where(f => SideFiles.Contains(Path.GetFileName(f)) || IsOf(stem, Path.GetFileName(f))))
            inputs["inputs/table/" + Path.GetFileName(side)] = Bytes(side);
        if (FeatureTableReader.TaxonomyBeside(request.TablePath) is { } taxonomy) inputs["inputs/table/" + Path.GetFileName(taxonomy)] = Bytes(taxonomy);
        return inputs;
    }

    public static string StudyPath(PersonStudyRequest request) => request.StudyPath.Length > 0 ? request.StudyPath : Path.Combine(request.RootPath, "studies", "person.yaml");

    public static RunManifest Manifest(PersonStudyRequest request, StudyFile study, ScienceLibrary library, IReadOnlyDictionary<string, byte[]> inputs)
    {
        string table = "inputs/table/" + NameOf(request.TablePath);
        List<string> command = ["person", "inputs/person.yaml", "--profile", table, "--sample", request.SampleId, "--levers", "inputs/study.yaml"];
        if (request.All) command.Add("--all");
        return new RunManifest
        {
            Study = "person", Version = Version, Seed = request.Seed, Command = command,
            Options = new SortedDictionary<string, string>(StringComparer.Ordinal)
            {
                ["twins"] = FormattableString.Invariant($"{request.Twins ?? study.Twins}"), ["sample"] = request.SampleId, ["table"] = table, ["all"] = request.All ? "yes" : "no",
            },
            Inputs = [.. inputs.Select(i => new HashedFile("input", i.Key, RunManifest.Hash(i.Value)))],
            Models = library.Hashes(),
        };
    }

    /// <summary>The request that makes a finished run again.</summary>
    /// <exception cref="InputException">An input copy is damaged, or the models have changed since.</exception>
    public static PersonStudyRequest Again(string manifestPath, string outDir, string root)
    {
        RunManifest m = RunManifest.Read(manifestPath);
        string folder = Path.GetDirectoryName(Path.GetFullPath(manifestPath))!;
        // The run would agree with itself, as it would be both.
        if (Path.TrimEndingDirectorySeparator(Path.GetFullPath(outDir)) == Path.TrimEndingDirectorySeparator(folder)) throw new InputException($"{outDir}: this is the folder of the first run; choose another one.");
        // A manifest may come from anybody: it opens nothing but the copies that it has hashes of.
        if (m.Inputs.FirstOrDefault(i => !IsInside(i.Path)) is { } outside) throw Damaged(outside.Path);
        // A folder of reports is a table too, of those files that have a hash and no other.
        if (m.Inputs.All(i => i.Path != Option("table") && !i.Path.StartsWith(Option("table") + "/", StringComparison.Ordinal))) throw Damaged("table");
        if (Directory.Exists(Path.Combine(folder, Option("table"))) && Directory.EnumerateFiles(Path.Combine(folder, Option("table"))).Select(f => Option("table") + "/" + Path.GetFileName(f)).Except(m.Inputs.Select(i => i.Path)).FirstOrDefault() is { } more)
            throw new InputException($"{more}: this file was added to the run folder; remove it, or start the study anew.");
        foreach (HashedFile input in m.Inputs)
        {
            string path = Path.Combine(folder, input.Path);
            if (!File.Exists(path) || RunManifest.HashOf(path) != input.Sha256)
                throw new InputException($"{input.Path}: the copy in the run folder is missing or was changed; restore it, or start the study anew.");
        }
        if (m.Version != Version) throw new InputException($"The run was made by version {m.Version}, this is {Version}; check out that version to get the same bytes.");
        IReadOnlyList<HashedFile> now = ScienceLibrary.Load(root).Hashes();
        HashedFile? changed = m.Models.Except(now).Concat(now.Except(m.Models)).FirstOrDefault();
        if (changed is not null) throw new InputException($"{changed.Path}: this file is not what it was when the run was made; restore it to get the same bytes, or start the study anew.");
        return new PersonStudyRequest
        {
            RootPath = root, QuestionnairePath = Path.Combine(folder, "inputs", "person.yaml"), StudyPath = Path.Combine(folder, "inputs", "study.yaml"),
            TablePath = Path.Combine(folder, Option("table")), SampleId = Option("sample"), OutDir = outDir, All = Option("all") == "yes", Seed = m.Seed,
            Twins = int.TryParse(Option("twins"), System.Globalization.CultureInfo.InvariantCulture, out int twins) ? twins : throw Damaged("twins"),
        };
        string Option(string name) => m.Options.TryGetValue(name, out string? value) ? value : throw Damaged(name);
        InputException Damaged(string name) => new($"{manifestPath}: the entry '{name}' is missing or damaged; restore the manifest, or start the study anew.");
    }

    public static string Version { get; } = typeof(StudyInputs).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    private static string NameOf(string path) => Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)));

    private static bool IsInside(string path) => path.StartsWith("inputs/", StringComparison.Ordinal) && !path.Split('/', '\\').Contains("..");

    private static bool IsOf(string stem, string file) =>
        file.StartsWith(stem, StringComparison.Ordinal) && (file.Contains(".taxonomy", StringComparison.Ordinal) || file.Contains("taxonomy.", StringComparison.Ordinal));

    private static byte[] Bytes(string path)
    {
        if (!File.Exists(path)) throw new InputException($"{path}: the file is not there; check the path.");
        // A pipe or a device tells no length and may never end.
        return new FileInfo(path).ResolveLinkTarget(true) is FileInfo { Length: > 0 } || new FileInfo(path) is { LinkTarget: null, Length: > 0 }
            ? File.ReadAllBytes(path) : throw new InputException($"{path}: the file is empty, or no plain file; give a file with text or a table in it.");
    }
}
