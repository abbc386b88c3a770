namespace Karkhana.Learning;

/// <summary>Innovations of regions and industries, and what may have gone into them.</summary>
/// <param name="Regions">The region of each row; errors of a region may be correlated.</param>
/// <param name="Innovations">The innovations counted.</param>
/// <param name="Inputs">The inputs by name (<c>research</c>, <c>university</c>, <c>related</c>, <c>services</c>), each 0 or above.</param>
public sealed record KnowledgeProductionSample(
    IReadOnlyList<string> Regions, IReadOnlyList<double> Innovations, IReadOnlyDictionary<string, IReadOnlyList<double>> Inputs)
{
    /// <summary>Gets the industry of each row, whose effects are taken out; null for none.</summary>
    public IReadOnlyList<string>? Industries { get; init; }
}
