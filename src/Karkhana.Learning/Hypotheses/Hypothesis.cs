using System.Text.Json;
using System.Text.Json.Serialization;

namespace Karkhana.Learning;

/// <summary>A hypothesis of the framework (3.4), as data.</summary>
/// <param name="Id">H1 to H17.</param>
/// <param name="Statement">What it says, as an association.</param>
/// <param name="Estimand">What is estimated.</param>
/// <param name="Expected">What is expected of the estimate.</param>
/// <param name="Falsifier">What would speak against it.</param>
/// <param name="Claim">The claim of the gate that must be allowed before anything but "cannot tell" is said.</param>
/// <param name="Parts">How many estimates it speaks of; with fewer it cannot be told.</param>
/// <param name="Rival">Whether it is a rival explanation, which is always tested.</param>
public sealed record Hypothesis(
    string Id, string Statement, string Estimand, Expectation Expected, string Falsifier, string Claim, int Parts, bool Rival)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    /// <summary>Gives the hypotheses of framework 3.4.</summary>
    /// <returns>Seventeen, in order.</returns>
    public static IReadOnlyList<Hypothesis> Catalogue()
    {
        using Stream stream = typeof(Hypothesis).Assembly.GetManifestResourceStream("hypotheses.json")!;
        using JsonDocument document = JsonDocument.Parse(stream);
        return document.RootElement.GetProperty("hypotheses").Deserialize<Hypothesis[]>(Json)!;
    }
}
