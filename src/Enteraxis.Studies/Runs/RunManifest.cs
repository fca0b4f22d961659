using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Enteraxis.Numerics;

namespace Enteraxis.Studies.Runs;

/// <param name="Path">Relative to the run folder (inputs, outputs) or to the installation (model files and tables), with /.</param>
public sealed record HashedFile(string Role, string Path, string Sha256);

/// <summary>What a run was made from and what it gave: enough to make it again and to check it. No clock, path, host or thread count.</summary>
public sealed record RunManifest
{
    public const string FileName = "manifest.json";
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, NewLine = "\n", PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, RespectNullableAnnotations = true };

    public string Format { get; init; } = "enteraxis-run-1";
    public required string Study { get; init; }
    public required string Version { get; init; }
    public required ulong Seed { get; init; }

    /// <summary>The command in normal form: names of copied inputs, no paths.</summary>
    public required IReadOnlyList<string> Command { get; init; }

    /// <summary>Options of the study by name.</summary>
    public required IReadOnlyDictionary<string, string> Options { get; init; }

    /// <summary>Copies in the run folder.</summary>
    public required IReadOnlyList<HashedFile> Inputs { get; init; }

    /// <summary>Model files and tables of the installation.</summary>
    public required IReadOnlyList<HashedFile> Models { get; init; }
    public IReadOnlyList<HashedFile> Outputs { get; init; } = [];

    /// <summary>Hash of all that decides the numbers.</summary>
    public string Key() => Hash(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(this with { Outputs = [] }, Json)));

    public string ToJson() => JsonSerializer.Serialize(this, Json) + "\n";

    public static RunManifest Read(string path)
    {
        if (!File.Exists(path)) throw new InputException($"{path}: the manifest is not there; give the manifest.json of a run folder.");
        try
        {
            RunManifest? manifest = JsonSerializer.Deserialize<RunManifest>(File.ReadAllText(path), Json);
            return manifest?.Format == "enteraxis-run-1" ? manifest : throw new InputException($"{path}: this is no manifest of Enteraxis; its format should be enteraxis-run-1.");
        }
        catch (JsonException e)
        {
            throw new InputException($"{path}, line {(e.LineNumber ?? 0) + 1}: the manifest is damaged; restore it or start the study anew.", e);
        }
    }

    public static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    public static string HashOf(string path) => Hash(File.ReadAllBytes(path));
}
