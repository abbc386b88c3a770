using Karkhana.Core.Execution;
using Karkhana.Core.Inference;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Spatial;

/// <summary>How alike each unit and its neighbours are.</summary>
public static class LocalMoran
{
    internal const string Source = "Anselin 1995, doi:10.1111/j.1538-4632.1995.tb00338.x; Sokal, Oden & Thomson 1998, Geographical Analysis 30:331-354";

    /// <summary>Computes local Moran with the moments that its normal test needs.</summary>
    /// <remarks>
    /// z = x − mean, m2 = Σ z²/n or Σ z²/(n − 1); I_i = z_i Σ_j w_ij z_j / m2. Conditional moments (the unit keeps its
    /// value): E = −z_i² w_i/((n − 1) m2), Var = (z_i/m2)² n/(n − 2) (w2_i − w_i²/(n − 1)) (Σ z²/n − z_i²/(n − 1)).
    /// Total moments (all values change places), for m2 = Σ z²/n: E = −w_i/(n − 1),
    /// Var = w2_i (n − b2)/(n − 1) + (w_i² − w2_i)(2 b2 − n)/((n − 1)(n − 2)) − w_i²/(n − 1)², b2 = (Σ z⁴/n)/m2²; with
    /// divisor n − 1 they are scaled as I_i is, so that z does not depend on the divisor. The normal p-value is rough
    /// where a unit has few neighbours or the values are skewed: see <see cref="LocalPermutation"/>. A unit without
    /// neighbours has no value, with a note. Missing values are refused. Cost: one pass over the links.
    /// Source: Anselin 1995, doi:10.1111/j.1538-4632.1995.tb00338.x, equations 7 and 12 to 15; Sokal, Oden and Thomson
    /// 1998, Geographical Analysis 30:331-354. Agrees with: spdep 1.2-7 localmoran, relative 1e-10.
    /// </remarks>
    /// <param name="units">Values and neighbours; at least three units.</param>
    /// <param name="options">Coding, moments, divisor, alternative.</param>
    /// <param name="execution">Not used: the cost is one pass.</param>
    /// <param name="cancellationToken">Not used.</param>
    /// <returns>One row per unit.</returns>
    public static LocalMoranResult Estimate(
        SpatialValues units,
        LocalMoranOptions? options = null,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(units);
        options ??= new LocalMoranOptions();
        SpatialWeights weights = units.Weights.Coded(options.Style);
        Deviations deviations = Deviations.Of(units.Checked(least: 3));
        LocalMoranResult result = new(units.Count)
        {
            Units = weights.Ids,
            Moments = options.Moments,
            Notes = deviations.AreZero ? [SpatialNotes.Constant()] : [.. SpatialNotes.Islands(weights, SpatialNotes.NotComputed)],
            Provenance = new Provenance(
                "spatial.local-moran",
                $"style = {options.Style}, moments = {options.Moments}, denominator = {options.Denominator}, alternative = {options.Alternative}",
                Source),
        };
        double fourth = Sums.Mean([.. deviations.Z.Select(z => z * z * z * z)]);
        for (int unit = 0; unit < units.Count; unit++)
        {
            if (deviations.AreZero || weights.IsIsolated(unit))
            {
                result.Leave(unit);
            }
            else
            {
                Compute(result, unit, weights, deviations, options, fourth);
            }
        }

        return result;
    }

    private static void Compute(
        LocalMoranResult result, int unit, SpatialWeights weights, Deviations deviations, LocalMoranOptions options, double fourth)
    {
        int n = weights.Count;
        double z = deviations.Z[unit];
        double m2 = options.Denominator == VarianceDivisor.N ? deviations.Variance : deviations.SumOfSquares / (n - 1);
        double lag = weights.Lag(unit, deviations.Z);
        (double expectation, double variance) = options.Moments == LocalMoments.Conditional
            ? Conditional(z, m2, weights.RowSum(unit), weights.SquaredRowSum(unit), deviations)
            : Total(fourth / (deviations.Variance * deviations.Variance), weights.RowSum(unit), weights.SquaredRowSum(unit), n);
        double scale = options.Moments == LocalMoments.Conditional ? 1 : deviations.Variance / m2;
        result.Set(
            unit, z * lag / m2, expectation * scale, variance * scale * scale, LocalQuadrants.Of(z, lag), options.Alternative);
    }

    private static (double Expectation, double Variance) Conditional(
        double z, double m2, double sum, double squares, Deviations deviations)
    {
        double n = deviations.Z.Length;
        double spread = squares - (sum * sum / (n - 1));
        return (
            0 - (z * z * sum / ((n - 1) * m2)), // not −0 where z is 0
            z / m2 * (z / m2) * (n / (n - 2)) * spread * (deviations.Variance - (z * z / (n - 1))));
    }

    private static (double Expectation, double Variance) Total(double b2, double sum, double squares, double n) => (
        -sum / (n - 1),
        (squares * (n - b2) / (n - 1))
            + (((sum * sum) - squares) * ((2 * b2) - n) / ((n - 1) * (n - 2)))
            - (sum / (n - 1) * (sum / (n - 1))));
}
