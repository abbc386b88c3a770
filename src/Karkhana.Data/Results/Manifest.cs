using System.Text.Json;

namespace Karkhana.Data.Results;

/// <summary>What made a folder of results: version, seed, options, inputs, outputs, timings.</summary>
/// <param name="Study">The name of the study.</param>
/// <param name="Synthetic">Whether any row is synthetic.</param>
/// <param name="Version">The version of Karkhana.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Options">The options by name.</param>
/// <param name="Inputs">The files that were read.</param>
/// <param name="Outputs">The files that were written, this one excepted.</param>
/// <param name="Seconds">The seconds that each stage took; the only part that differs between equal runs.</param>
public sealed record Manifest(
    string Study,
    bool Synthetic,
    string Version,
    ulong Seed,
    IReadOnlyDictionary<string, string> Options,
    IReadOnlyList<ManifestFile> Inputs,
    IReadOnlyList<ManifestFile> Outputs,
    IReadOnlyDictionary<string, double> Seconds)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        NewLine = "\n",
    };

    /// <summary>Gets the command that wrote the results.</summary>
    /// <value>Empty unless set.</value>
    public string Command { get; init; } = "";

    /// <summary>Gives the manifest as JSON.</summary>
    /// <returns>The text.</returns>
    public string ToJson() => JsonSerializer.Serialize(this, Json) + "\n";

    /// <summary>Reads the names of the files that a manifest lists as written.</summary>
    /// <param name="json">The text of the manifest.</param>
    /// <returns>The names; none when the text is no manifest.</returns>
    internal static IReadOnlyList<string> OutputsOf(string json) => [.. Read(json)?.Outputs?.Select(file => file.Name) ?? []];

    /// <summary>Reads whose results a manifest describes.</summary>
    /// <param name="json">The text of the manifest.</param>
    /// <returns>The owner; null when the text is no manifest.</returns>
    internal static ResultsOwner? OwnerOf(string json) => Read(json) is { Study: not null } manifest ? new ResultsOwner(manifest.Study, manifest.Command ?? "") : null;

    private static Manifest? Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<Manifest>(json, Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
