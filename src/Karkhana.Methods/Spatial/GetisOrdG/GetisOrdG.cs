using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Spatial;

/// <summary>The global G of Getis and Ord: do high values lie near high ones.</summary>
public static class GetisOrdG
{
    internal const string Source = "Getis & Ord 1992, doi:10.1111/j.1538-4632.1992.tb00261.x";

    /// <summary>Computes G and its test under randomisation.</summary>
    /// <remarks>
    /// G = Σ w_ij x_i x_j / Σ_{i≠j} x_i x_j; E = s0 / (n (n − 1)); with m_k = Σ x^k,
    /// E(G²) = (B0 m2² + B1 m4 + B2 m1² m2 + B3 m1 m3 + B4 m1⁴) / ((m1² − m2)² n (n − 1)(n − 2)(n − 3)),
    /// B0 = (n² − 3n + 3) s1 − n s2 + 3 s0², B1 = −((n² − n) s1 − 2n s2 + 6 s0²), B2 = −(2n s1 − (n + 3) s2 + 6 s0²),
    /// B3 = 4(n − 1) s1 − 2(n + 1) s2 + 8 s0², B4 = s1 − s2 + s0². Assumes values with a natural zero, zero or greater:
    /// negative ones are refused. Islands are left out of the sums of x in the denominator of G only; n and m_k keep
    /// them. Missing values and links of a unit with itself are refused. Cost: linear in the links.
    /// Source: Getis and Ord 1992, doi:10.1111/j.1538-4632.1992.tb00261.x.
    /// Agrees with: spdep 1.2 globalG.test, relative 1e-8.
    /// </remarks>
    /// <param name="input">The values and weights.</param>
    /// <param name="options">Coding and alternative.</param>
    /// <param name="execution">Not used: the cost is one pass.</param>
    /// <param name="cancellationToken">Not used.</param>
    /// <returns>The statistic, its moments and the test.</returns>
    /// <exception cref="ArgumentException">A value is missing or negative, there are fewer than 3 units, or a unit is
    /// linked with itself.</exception>
    public static AssociationTestResult Estimate(
        SpatialValues input,
        GetisOrdGOptions? options = null,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        options ??= new GetisOrdGOptions();
        double[] values = input.Checked(least: 3);
        int negative = Array.FindIndex(values, value => value < 0);
        Require.That(negative < 0, nameof(input.Values), negative < 0 ? "" : FormattableString.Invariant($"must be zero or greater; {input.Weights.Ids[negative]} had {values[negative]}"));
        SpatialWeights weights = input.Weights.Coded(options.Style);
        WeightsConstants constants = weights.Constants();
        double[] linked = [.. Enumerable.Range(0, values.Length).Where(unit => weights.RowSum(unit) > 0).Select(unit => values[unit])];
        double products = Products(linked);
        double varies = Deviations.Of(values).SumOfSquares;
        return AssociationTestResult.Of(
            products > 0 && constants.S0 > 0 ? CrossProduct(weights, values) / products : double.NaN,
            Moments(values, constants, varies),
            options.Alternative,
            [.. SpatialNotes.Islands(weights, "they are left out of the denominator of G and stay in n"), .. SpatialNotes.Undefined(1, constants.S0), .. NoProducts(products)],
            new Provenance("spatial.getis-ord-g", $"style = {options.Style}, alternative = {options.Alternative}", Source));
    }

    private static IReadOnlyList<Note> NoProducts(double products) => products > 0
        ? []
        : [new Note("no-products", Severity.Warning, "Fewer than two units with neighbours have a value above zero, so G is not defined.")];

    private static double Products(double[] values)
    {
        double sum = Sums.Sum(values);
        return (sum * sum) - Sums.Dot(values, values);
    }

    private static double CrossProduct(SpatialWeights weights, double[] values)
    {
        double sum = 0;
        for (int unit = 0; unit < values.Length; unit++)
        {
            sum += values[unit] * weights.Lag(unit, values);
        }

        return sum;
    }

    private static GlobalMoments Moments(double[] values, WeightsConstants weights, double varies)
    {
        (double s0, double s1, double s2) = weights;
        double n = values.Length;
        double square = s0 * s0;
        double[] second = [.. values.Select(value => value * value)];
        (double m1, double m2, double m3, double m4) = (Sums.Sum(values), Sums.Sum(second), Sums.Dot(second, values), Sums.Dot(second, second));
        double b0 = (((n * n) - (3 * n) + 3) * s1) - (n * s2) + (3 * square);
        double b1 = -((((n * n) - n) * s1) - (2 * n * s2) + (6 * square));
        double b2 = -((2 * n * s1) - ((n + 3) * s2) + (6 * square));
        double b3 = (4 * (n - 1) * s1) - (2 * (n + 1) * s2) + (8 * square);
        double b4 = s1 - s2 + square;
        double products = (m1 * m1) - m2;
        double meanSquare = ((b0 * m2 * m2) + (b1 * m4) + (b2 * m1 * m1 * m2) + (b3 * m1 * m3) + (b4 * m1 * m1 * m1 * m1))
            / (products * products * n * (n - 1) * (n - 2) * (n - 3));
        double expectation = s0 / (n * (n - 1));
        return double.IsFinite(meanSquare) && varies > 0
            ? GlobalMoments.FromSquare(expectation, meanSquare)
            : new GlobalMoments(expectation, varies > 0 ? double.NaN : 0);
    }
}
