namespace Karkhana.Data.Studies;

/// <summary>Innovations of regions, or of regions and industries, and what may have gone into them.</summary>
/// <param name="Regions">The region of each row.</param>
/// <param name="Industries">The industry of each row; empty when rows are of whole regions.</param>
/// <param name="Innovations">The innovations counted; NaN when not known.</param>
/// <param name="Inputs">The inputs by name, zero or more: <c>research</c>, <c>university</c>, <c>related</c>, <c>services</c>; NaN when not
/// known.</param>
/// <param name="Synthetic">Whether each row is synthetic; empty when none is.</param>
public sealed record RegionTable(
    IReadOnlyList<string> Regions,
    IReadOnlyList<string> Industries,
    double[] Innovations,
    IReadOnlyDictionary<string, double[]> Inputs,
    bool[] Synthetic)
{
    /// <summary>Gets the number of rows.</summary>
    public int Count => Regions.Count;
}
