using Karkhana.Core.Errors;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Spatial;

/// <summary>K as a curve: the measures built on it differ in whom they count only.</summary>
/// <param name="Values">K at each distance; NaN where not defined.</param>
/// <param name="Notes">What the reader must know.</param>
internal sealed record KFunction(double[] Values, IReadOnlyList<Note> Notes)
{
    /// <summary>Gets L = √(K/π).</summary>
    public double[] L => [.. Values.Select(value => Math.Sqrt(value / Math.PI))];

    /// <summary>Counts pairs of the same kind, or of reference and neighbour points.</summary>
    /// <remarks>Same kind: |W| S / (n(n − 1)); otherwise |W| S / (n₁ n₂). The border correction divides by the reference
    /// points that count and by all neighbour points.</remarks>
    public static KFunction Of(
        WindowedPattern pattern,
        (bool[] Reference, bool[]? Neighbour) who,
        IReadOnlyList<double> distances,
        EdgeCorrection correction,
        CancellationToken cancellationToken)
    {
        double[] reference = PointSelection.Ones(who.Reference);
        double[] neighbour = who.Neighbour is null ? reference : PointSelection.Ones(who.Neighbour);
        PairTotals totals = new PairSums(pattern, reference, neighbour, distances, correction).Within(cancellationToken);
        double others = Sums.Sum(neighbour);
        bool selfPairs = who.Neighbour is null && correction != EdgeCorrection.Border;
        return new KFunction(
            totals.Scaled(pattern.Window.Area, selfPairs ? others - 1 : others),
            [.. totals.Notes, .. TooFew(who.Neighbour is null && Sums.Sum(reference) < 2)]);
    }

    /// <summary>Gives the note on a pattern without pairs.</summary>
    internal static IEnumerable<Note> TooFew(bool isSo) => isSo
        ? [new Note("too-few-points", Severity.Warning, "There are fewer than two points, so nothing can be said about pairs of them.")]
        : [];
}
