using Karkhana.Core.Errors;
using Karkhana.Methods.Networks;

namespace Karkhana.CollectiveEfficiency;

/// <summary>How far two layers of ties join the same pairs of firms.</summary>
/// <param name="First">The kind of the first layer.</param>
/// <param name="Second">The kind of the second.</param>
/// <param name="Shared">Pairs tied in both, directions ignored.</param>
/// <param name="Jaccard">Pairs tied in both over those tied in either.</param>
/// <param name="OfFirst">Pairs tied in both over those of the first.</param>
/// <param name="OfSecond">Pairs tied in both over those of the second.</param>
public sealed record LayerOverlap(
    string First, string Second, int Shared, double Jaccard, double OfFirst, double OfSecond)
{
    /// <summary>Gets the correlation of the two matrices of directed ties over ordered pairs of firms.</summary>
    /// <value>NaN when a layer does not vary. Ties are not independent: only a permutation of firms gives a
    /// p-value.</value>
    public double Correlation { get; init; } = double.NaN;

    /// <summary>Compares two layers of the same firms.</summary>
    /// <param name="first">The first.</param>
    /// <param name="second">The second.</param>
    /// <returns>The overlap.</returns>
    public static LayerOverlap Of(TieLayer first, TieLayer second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        Require.That(
            first.Network.Nodes.SequenceEqual(second.Network.Nodes), nameof(second), "must be of the firms of the first, in their order");
        Graph other = second.Network;
        int shared = first.Network.Ties().Count(tie => (tie.From < tie.To || !first.Network.Has(tie.To, tie.From))
            && (other.Has(tie.From, tie.To) || other.Has(tie.To, tie.From)));
        double cells = (double)other.NodeCount * (other.NodeCount - 1);
        double both = first.Network.Ties().Count(tie => other.Has(tie.From, tie.To)) / cells;
        (double p, double q) = (first.Density, second.Density);
        return new LayerOverlap(
            first.Kind, second.Kind, shared, shared / (double)(first.Pairs + second.Pairs - shared),
            shared / (double)first.Pairs, shared / (double)second.Pairs)
        {
            Correlation = (both - (p * q)) / Math.Sqrt(p * (1 - p) * q * (1 - q)),
        };
    }
}
