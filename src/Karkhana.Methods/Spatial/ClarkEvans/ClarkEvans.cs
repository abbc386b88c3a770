using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Inference;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Spatial;

/// <summary>Clark and Evans's index of aggregation.</summary>
public static class ClarkEvans
{
    internal const string Source = "Clark & Evans 1954, Ecology 35, 445-453; Donnelly 1978";

    /// <summary>Compares the mean nearest distance with that of an even scatter.</summary>
    /// <remarks>
    /// R = mean nearest distance / E, E = 0.5/√λ with λ = n/|W|; donnelly: E = 0.5/√λ + (0.0514 + 0.0412/√n) P/n, P the
    /// perimeter of a rectangle. z = (R − 1) / √((4/π − 1)/n), p two-sided by the normal law, which holds for no correction;
    /// with donnelly the mean alone is corrected, and z and p are approximate. Fewer than two points give NaN and a note.
    /// Cost: n log n.
    /// Source: Clark and Evans 1954, Ecology 35, 445-453; Donnelly 1978, in Hodder (ed.), Simulation Methods in
    /// Archaeology, Cambridge University Press, 91-95.
    /// Agrees with: spatstat 3.0 clarkevans and clarkevans.test, relative 1e-9.
    /// </remarks>
    /// <param name="pattern">Points and window.</param>
    /// <param name="options">Correction and type.</param>
    /// <param name="execution">Not used: the search runs on one thread.</param>
    /// <param name="cancellationToken">Looked at between points.</param>
    /// <returns>Index and test.</returns>
    /// <exception cref="ArgumentException">A point lies outside, a coordinate is refused, no point is of the type, or donnelly
    /// was asked for in a window that is no rectangle.</exception>
    public static ClarkEvansResult Estimate(
        WindowedPattern pattern,
        ClarkEvansOptions options,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        ArgumentNullException.ThrowIfNull(options);
        pattern.Check();
        bool donnelly = options.Correction == ClarkEvansCorrection.Donnelly;
        Require.That(!donnelly || pattern.Window.IsRectangle, nameof(options.Correction), "must be none when the window is no rectangle along the axes; it was donnelly");
        bool[] selected = PointSelection.Of(pattern.Points, options.Reference, nameof(options.Reference));
        NearestOthers nearest = NearestOthers.Of(pattern.Points, selected, 1, cancellationToken);
        int count = nearest.Distances.Length;
        double expected = 0.5 / Math.Sqrt(count / pattern.Window.Area);
        if (donnelly)
        {
            expected += (0.0514 + (0.0412 / Math.Sqrt(count))) * pattern.Window.Perimeter / count;
        }

        double index = Sums.Mean(nearest.Distances) / expected;
        double z = (index - 1) / Math.Sqrt(((4 / Math.PI) - 1) / count);
        return new ClarkEvansResult(
            index, z, NormalTail.PValue(z, Alternative.TwoSided), count,
            [.. KFunction.TooFew(count < 2)],
            new Provenance("spatial.clark-evans", $"correction = {options.Correction}, reference = {options.Reference}", Source));
    }
}
