using System.Text.Json;
using System.Text.Json.Serialization;
using Karkhana.Core.Errors;

namespace Karkhana.Capability;

/// <summary>Ladders of capability: a versioned file, not code. A study may hold its own <c>ladders.json</c>.</summary>
/// <param name="Version">The version.</param>
/// <param name="Status">What the ladders are and are not.</param>
/// <param name="Ladders">The ladders.</param>
public sealed record LadderCatalogue(string Version, string Status, IReadOnlyList<LadderDefinition> Ladders)
{
    /// <summary>The name of the file in a study that replaces the default.</summary>
    public const string FileName = "ladders.json";

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>Gets the ladders that ship: Lall, Bell and Pavitt, Figueiredo, Dahlman and others, Westphal and
    /// others.</summary>
    /// <returns>The ladders.</returns>
    public static LadderCatalogue Default()
    {
        using StreamReader reader = new(typeof(LadderCatalogue).Assembly.GetManifestResourceStream(FileName)!);
        return Parse(reader.ReadToEnd(), FileName);
    }

    /// <summary>Reads ladders.</summary>
    /// <param name="json">The text.</param>
    /// <param name="file">The file name for messages.</param>
    /// <returns>The ladders.</returns>
    /// <exception cref="StudyException">The text holds no ladders, or ladders that contradict themselves; all problems
    /// at once.</exception>
    public static LadderCatalogue Parse(string json, string file)
    {
        LadderCatalogue catalogue = Read(json, file);
        DataProblem[] problems = [.. LadderProblems.Of(catalogue, file)];
        return problems.Length == 0 ? catalogue : throw new StudyException(problems);
    }

    /// <summary>Finds a ladder.</summary>
    /// <param name="id">The id.</param>
    /// <returns>The ladder, or null.</returns>
    public LadderDefinition? Find(string id) => Ladders.FirstOrDefault(ladder => ladder.Id == id);

    /// <summary>Writes the ladders, to be edited.</summary>
    /// <returns>The text.</returns>
    public string ToJson() => JsonSerializer.Serialize(this, Json);

    private static LadderCatalogue Read(string json, string file)
    {
        string found = "null";
        try
        {
            if (JsonSerializer.Deserialize<LadderCatalogue>(json, Json) is { } catalogue)
            {
                return catalogue;
            }
        }
        catch (JsonException exception)
        {
            found = JsonFault.Describe(exception);
        }

        throw new StudyException([new DataProblem(
            Severity.Error, "malformed-ladders", file, null, "", "ladders of capability", found,
            "Start from the ladders that ship: version, status, ladders with id, title, source, status, functions, levels, cells and anchors.")]);
    }
}
