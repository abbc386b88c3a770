using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Results;
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
    /// <summary>The most firms for which a p-value is computed: the matrices of a test grow with their square.</summary>
    public const int MostTested = 2000;

    /// <summary>Gets the correlation of the two matrices of directed ties over ordered pairs of firms.</summary>
    /// <value>NaN when a layer does not vary.</value>
    public double Correlation { get; init; } = double.NaN;

    /// <summary>Gets the two-sided p-value of the correlation, by permutations that move whole firms.</summary>
    /// <value>NaN when a layer does not vary or there are more than <see cref="MostTested"/> firms.</value>
    public double PValue { get; init; } = double.NaN;

    /// <summary>Compares two layers of the same firms.</summary>
    /// <remarks>
    /// Pairs that share a firm are not independent, so the p-value of the correlation comes from permutations of the firms
    /// of the first layer (<see cref="QapCorrelation"/>); the correlation is that of ties, whatever their values. Cost:
    /// ties, and permutations × ties for the p-value. Source: Krackhardt 1987, doi:10.1016/0378-8733(87)90012-8.
    /// </remarks>
    /// <param name="first">The first.</param>
    /// <param name="second">The second.</param>
    /// <param name="options">Permutations and seed.</param>
    /// <param name="execution">Workers and progress.</param>
    /// <param name="cancellationToken">Looked at between permutations.</param>
    /// <returns>The overlap.</returns>
    public static LayerOverlap Of(
        TieLayer first, TieLayer second, QapCorrelationOptions? options = null, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
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
            PValue = IsTested(first, second)
                ? QapCorrelation.Estimate(new NetworkPair(MatrixOf(first), MatrixOf(second)), options, execution, cancellationToken).PValue
                : double.NaN,
        };
    }

    /// <summary>Says that a p-value is missing because there are too many firms; null when there are not.</summary>
    internal static Note? NotTested(int firms) => firms <= MostTested ? null : new Note(
        "overlap-not-tested", Severity.Information,
        FormattableString.Invariant($"The overlap of layers has no p-value: it is computed up to {MostTested} firms, and there are {firms}."));

    private static bool IsTested(TieLayer first, TieLayer second) =>
        first.Network.NodeCount is >= 3 and <= MostTested && first.Network.TieCount > 0 && second.Network.TieCount > 0;

    private static DyadMatrix MatrixOf(TieLayer layer)
    {
        int n = layer.Network.NodeCount;
        double[] cells = new double[n * n];
        foreach ((int from, int to, double _) in layer.Network.Ties())
        {
            cells[(from * n) + to] = 1;
        }

        return DyadMatrix.Of(layer.Network.Nodes, cells);
    }
}
