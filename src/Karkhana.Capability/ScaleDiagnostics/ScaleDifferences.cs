using Karkhana.Methods.Psychometrics;

namespace Karkhana.Capability;

/// <summary>How the items of a scale work for dispersed firms as against clustered ones of the same score.</summary>
/// <param name="Construct">The construct.</param>
/// <param name="Items">The comparison of each item in the last round.</param>
/// <param name="Rounds">The rounds of purification.</param>
/// <param name="Difference">Mean of the clustered less that of the dispersed firms, in standard deviations.</param>
/// <param name="DifferenceWithoutNamed">The same without the items that are flagged or suspected.</param>
/// <param name="Clustered">The clustered firms compared.</param>
/// <param name="Dispersed">The dispersed firms compared.</param>
public sealed record ScaleDifferences(
    string Construct, IReadOnlyList<ItemDifference> Items, int Rounds, double Difference, double DifferenceWithoutNamed,
    int Clustered, int Dispersed)
{
    /// <summary>Gets how far the difference of the groups moves when the flagged and suspected items are left out.</summary>
    public double Impact => DifferenceWithoutNamed - Difference;

    /// <summary>Gets the items that meet the rule: adjusted p-value and gain of Nagelkerke's R².</summary>
    public IReadOnlyList<string> Flagged => [.. Items.Where(item => item.Flagged).Select(item => item.Item)];

    /// <summary>Gets the items that do not meet the rule, but whose p-value before adjustment is below its level; of a hundred
    /// items that work alike about one is among them by chance.</summary>
    public required IReadOnlyList<string> Suspected { get; init; }
}
