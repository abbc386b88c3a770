using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Spatial;

/// <summary>The spatial correlogram: Moran's I by order of neighbours.</summary>
public static class Correlogram
{
    internal const string Source = "Cliff & Ord 1981, Spatial Processes, chapter 5";

    /// <summary>Computes I among neighbours of each order.</summary>
    /// <remarks>
    /// Neighbours of order k: the units that the shortest path along the given links reaches in k steps. I, expectation
    /// and randomisation variance as <see cref="MoranI"/>, with n_k, the units that have neighbours of order k, for n;
    /// mean, Σ z² and kurtosis are those of all units. Assumes links in both directions; given weights only say who is
    /// linked. An order without neighbours gives NaN and a note; missing values are refused. Cost: the links within the
    /// largest order of each unit, which are also kept in memory.
    /// Source: Cliff and Ord 1981, Spatial Processes, chapter 5. Agrees with: spdep 1.2 sp.correlogram, relative 1e-10.
    /// </remarks>
    /// <param name="input">The values and the links of first order.</param>
    /// <param name="options">Coding and the largest order.</param>
    /// <param name="execution">Not used: computed on one thread.</param>
    /// <param name="cancellationToken">Looked at between units.</param>
    /// <returns>I and its moments per order.</returns>
    /// <exception cref="ArgumentException">A value is missing, or there are fewer than 3 units.</exception>
    public static CorrelogramResult Estimate(
        SpatialValues input,
        CorrelogramOptions? options = null,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        options ??= new CorrelogramOptions();
        double[] values = SpatialValues.Complete(input.Values, input.Weights, nameof(input.Values), least: 3);
        (double[] z, double squares) = Deviations.Of(values);
        double kurtosis = MoranI.Kurtosis(z, squares);
        SpatialWeights[] orders = NeighbourOrders.Of(input.Weights, options.Orders, cancellationToken);
        double[] estimates = new double[orders.Length];
        GlobalMoments[] moments = new GlobalMoments[orders.Length];
        int[] units = new int[orders.Length];
        for (int order = 0; order < orders.Length; order++)
        {
            SpatialWeights weights = orders[order].Coded(options.Style);
            WeightsConstants constants = weights.Constants();
            units[order] = weights.Count - weights.Islands().Count;
            estimates[order] = MoranI.Statistic(weights, z, z, units[order], constants.S0, squares);
            moments[order] = units[order] < 2
                ? new GlobalMoments(double.NaN, double.NaN)
                : GlobalMoments.OfMoran(units[order], constants, kurtosis, NullVariance.Randomisation);
        }

        return new CorrelogramResult(
            estimates,
            [.. moments.Select(moment => moment.Expectation)],
            [.. moments.Select(moment => moment.Variance)],
            units,
            [.. SpatialNotes.Islands(input.Weights, "they are left out of n at every order"), .. SpatialNotes.Undefined(squares, 1), .. EmptyOrders(units)],
            new Provenance("spatial.correlogram", FormattableString.Invariant($"style = {options.Style}, orders = {options.Orders}"), Source));
    }

    private static IEnumerable<Note> EmptyOrders(int[] units)
    {
        int first = Array.IndexOf(units, 0);
        return first < 0
            ? []
            : [new Note("no-links", Severity.Warning, FormattableString.Invariant($"No unit has a neighbour of order {first + 1} or more, so the statistic is not defined there."))];
    }
}
