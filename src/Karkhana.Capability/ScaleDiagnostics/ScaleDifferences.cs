using Karkhana.Methods.Psychometrics;

namespace Karkhana.Capability;

/// <summary>How the items of a scale work for dispersed firms as against clustered ones of the same score.</summary>
/// <param name="Construct">The construct.</param>
/// <param name="Items">The comparison of each item in the last round.</param>
/// <param name="Rounds">The rounds of purification.</param>
/// <param name="Difference">Mean of the clustered less that of the dispersed firms, in standard deviations.</param>
/// <param name="DifferenceWithoutFlagged">The same without the flagged items.</param>
/// <param name="Clustered">The clustered firms compared.</param>
/// <param name="Dispersed">The dispersed firms compared.</param>
public sealed record ScaleDifferences(
    string Construct, IReadOnlyList<ItemDifference> Items, int Rounds, double Difference, double DifferenceWithoutFlagged,
    int Clustered, int Dispersed)
{
    /// <summary>Gets how far the difference of the groups moves when the flagged items are left out.</summary>
    public double Impact => DifferenceWithoutFlagged - Difference;

    /// <summary>Gets the flagged items.</summary>
    public IReadOnlyList<string> Flagged => [.. Items.Where(item => item.Flagged).Select(item => item.Item)];
}
