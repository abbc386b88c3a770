using System.Text.Json;
using System.Text.Json.Serialization;
using Karkhana.Core.Errors;

namespace Karkhana.Capability;

/// <summary>The learning mechanisms and the items that speak of them: a versioned file, not code.</summary>
public sealed record LearningMechanismList
{
    private const string Resource = "learning-mechanisms.json";

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) },
    };

    /// <summary>Gets the version.</summary>
    public required string Version { get; init; }

    /// <summary>Gets what the list is and is not.</summary>
    public required string Status { get; init; }

    /// <summary>Gets the mechanisms in order.</summary>
    public required IReadOnlyList<LearningMechanism> Mechanisms { get; init; }

    /// <summary>Gets the ten mechanisms of framework 2.2.</summary>
    /// <returns>The list.</returns>
    public static LearningMechanismList Default()
    {
        using StreamReader reader = new(typeof(LearningMechanismList).Assembly.GetManifestResourceStream(Resource)!);
        return Parse(reader.ReadToEnd(), Resource);
    }

    /// <summary>Reads a list.</summary>
    /// <param name="json">The text.</param>
    /// <param name="file">The file name for messages.</param>
    /// <returns>The list.</returns>
    /// <exception cref="StudyException">The text is no list of mechanisms.</exception>
    public static LearningMechanismList Parse(string json, string file)
    {
        try
        {
            LearningMechanismList? list = JsonSerializer.Deserialize<LearningMechanismList>(json, Json);
            Require.That(list is { Mechanisms.Count: > 0 }, "mechanisms", "must hold at least one; it was empty");
            string? twice = list!.Mechanisms.GroupBy(mechanism => mechanism.Id, StringComparer.Ordinal)
                .FirstOrDefault(group => group.Count() > 1)?.Key;
            Require.That(twice is null, "mechanisms", $"must have each id once; {twice} came twice");
            return list;
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            throw new StudyException([new DataProblem(
                Severity.Error, "malformed-mechanisms", file, null, "", "a list of learning mechanisms", exception is JsonException malformed ? JsonFault.Describe(malformed) : exception.Message,
                "Start from the default list: id, name, title, needs_effort, origin, items, source of each mechanism.")]);
        }
    }
}
