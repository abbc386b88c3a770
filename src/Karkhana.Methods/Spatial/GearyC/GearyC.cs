using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Spatial;

/// <summary>Geary's C: how much neighbours differ, compared with any two units.</summary>
public static class GearyC
{
    internal const string Source = "Geary 1954, doi:10.2307/2986645; Cliff & Ord 1981, Spatial Processes";

    /// <summary>Computes C and its analytic test.</summary>
    /// <remarks>
    /// C = (n − 1) Σ w_ij (x_i − x_j)² / (2 s0 Σ z²); E = 1. Normality:
    /// Var = ((2 s1 + s2)(n − 1) − 4 s0²) / (2 (n + 1) s0²). Randomisation, with b2 = n Σ z⁴ / (Σ z²)²:
    /// Var = [(n − 1) s1 (n² − 3n + 3 − (n − 1) b2) − (n − 1) s2 (n² + 3n − 6 − (n² − n + 2) b2)/4
    /// + s0² (n² − 3 − (n − 1)² b2)] / (n (n − 2)(n − 3) s0²). z = (E − C)/sd, so that a positive z is positive
    /// autocorrelation, and so does the alternative "greater". Assumptions, islands, missing and constant values as for
    /// <see cref="MoranI"/>. Cost: linear in the links.
    /// Source: Geary 1954, doi:10.2307/2986645; Cliff and Ord 1981, Spatial Processes, section 2.3.
    /// Agrees with: spdep 1.2 geary.test without islands, relative 1e-10.
    /// </remarks>
    /// <param name="input">The values and weights.</param>
    /// <param name="options">Coding, null and alternative.</param>
    /// <param name="execution">Not used: the cost is one pass.</param>
    /// <param name="cancellationToken">Not used.</param>
    /// <returns>The statistic, its moments and the test.</returns>
    /// <exception cref="ArgumentException">A value is missing, there are fewer than 3 units, or a unit is linked with
    /// itself.</exception>
    public static AssociationTestResult Estimate(
        SpatialValues input,
        AutocorrelationTestOptions? options = null,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        options ??= new AutocorrelationTestOptions();
        double[] values = input.Checked(least: 3);
        SpatialWeights weights = input.Weights.Coded(options.Style);
        WeightsConstants constants = weights.Constants();
        (double[] z, double squares) = Deviations.Of(values);
        double estimate = squares > 0 && constants.S0 > 0
            ? (values.Length - 1) * (SquaredDifferences(weights, z) / (2 * constants.S0 * squares))
            : double.NaN;
        return AssociationTestResult.Of(
            estimate,
            GlobalMoments.OfGeary(values.Length, constants, MoranI.Kurtosis(z, squares), options.Variance),
            options.Alternative,
            [.. SpatialNotes.Islands(weights, "they stay in n and take no part in the differences"), .. SpatialNotes.Undefined(squares, constants.S0)],
            new Provenance("spatial.geary-c", $"style = {options.Style}, variance = {options.Variance}, alternative = {options.Alternative}", Source),
            sign: -1);
    }

    private static double SquaredDifferences(SpatialWeights weights, double[] values)
    {
        double sum = 0;
        for (int unit = 0; unit < values.Length; unit++)
        {
            ReadOnlySpan<int> neighbours = weights.NeighboursOf(unit);
            ReadOnlySpan<double> row = weights.WeightsOf(unit);
            for (int link = 0; link < row.Length; link++)
            {
                double difference = values[unit] - values[neighbours[link]];
                sum += row[link] * (difference * difference);
            }
        }

        return sum;
    }
}
