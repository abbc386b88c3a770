using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Spatial;

/// <summary>Moran's I: are neighbours alike in one number.</summary>
public static class MoranI
{
    internal const string Source = "Moran 1950, doi:10.1093/biomet/37.1-2.17; Cliff & Ord 1981, Spatial Processes";

    /// <summary>Computes I and its analytic test.</summary>
    /// <remarks>
    /// z_i = x_i − x̄; I = (n / s0) Σ w_ij z_i z_j / Σ z²; E = −1/(n − 1). Normality:
    /// Var = (n² s1 − n s2 + 3 s0²) / (s0² (n² − 1)) − E². Randomisation, with b2 = n Σ z⁴ / (Σ z²)²:
    /// Var = [n((n² − 3n + 3) s1 − n s2 + 3 s0²) − b2((n² − n) s1 − 2n s2 + 6 s0²)] / ((n − 1)(n − 2)(n − 3) s0²) − E².
    /// Assumes at least 3 units (4 for the randomisation variance) and no links of a unit with itself. Islands stay in n
    /// with lag 0 and are named in a note. Missing values are refused. Constant values or no links: NaN and a note.
    /// Cost: linear in the links.
    /// Source: Moran 1950, doi:10.1093/biomet/37.1-2.17; Cliff and Ord 1981, Spatial Processes, section 2.3.
    /// Agrees with: spdep 1.2 moran.test without islands, relative 1e-10.
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
        return AssociationTestResult.Of(
            Statistic(weights, z, z, values.Length, constants.S0, squares),
            GlobalMoments.OfMoran(values.Length, constants, Kurtosis(z, squares), options.Variance),
            options.Alternative,
            [.. SpatialNotes.Islands(weights, "they stay in n with lag 0"), .. SpatialNotes.Undefined(squares, constants.S0)],
            new Provenance("spatial.moran-i", $"style = {options.Style}, variance = {options.Variance}, alternative = {options.Alternative}", Source));
    }

    /// <summary>Gives (n / s0) Σ_i left_i Σ_j w_ij right_j / squares; NaN when a divisor is 0.</summary>
    internal static double Statistic(
        SpatialWeights weights, double[] left, double[] right, double n, double s0, double squares) =>
        s0 > 0 && squares > 0 ? n / s0 * (CrossProduct(weights, left, right) / squares) : double.NaN;

    /// <summary>Gives n Σ z⁴ / (Σ z²)², by shares of Σ z², so that small deviations do not vanish.</summary>
    internal static double Kurtosis(double[] deviations, double squares)
    {
        double[] shares = [.. deviations.Select(z => z * z / squares)];
        return deviations.Length * Sums.Dot(shares, shares);
    }

    private static double CrossProduct(SpatialWeights weights, double[] left, double[] right)
    {
        double sum = 0;
        for (int unit = 0; unit < left.Length; unit++)
        {
            sum += left[unit] * weights.Lag(unit, right);
        }

        return sum;
    }
}
