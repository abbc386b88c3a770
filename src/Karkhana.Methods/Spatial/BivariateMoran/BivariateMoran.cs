using Karkhana.Core.Execution;
using Karkhana.Core.Inference;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Spatial;

/// <summary>Bivariate Moran: one number against the spatial lag of another.</summary>
public static class BivariateMoran
{
    internal const string Source = "Wartenberg 1985, doi:10.1111/j.1538-4632.1985.tb00849.x; Anselin, Syabri & Smirnov 2002";

    /// <summary>Computes the global and local bivariate Moran.</summary>
    /// <remarks>
    /// zx, zy standardised with the sample standard deviation; local_i = zx_i Σ_j w_ij zy_j;
    /// I = Σ local_i / (n − 1), or / n. Not symmetric in x and y. A value of x = y with divisor n − 1 and
    /// row-standardised weights is Moran's I. Islands stay in n with lag 0 and are named in a note; missing values are
    /// refused; a number that does not vary gives NaN and a note. Cost: linear in the links.
    /// Source: Wartenberg 1985, doi:10.1111/j.1538-4632.1985.tb00849.x; Anselin, Syabri and Smirnov 2002.
    /// Agrees with: spdep 1.2 moran_bv (divisor n − 1) and the local values of localmoran_bv, relative 1e-10.
    /// </remarks>
    /// <param name="input">The pairs and weights.</param>
    /// <param name="options">Coding and divisor.</param>
    /// <param name="execution">Not used: the cost is one pass.</param>
    /// <param name="cancellationToken">Not used.</param>
    /// <returns>The statistic and the value of each unit.</returns>
    /// <exception cref="ArgumentException">A value is missing, or there are fewer than 3 units.</exception>
    public static BivariateAssociationResult Estimate(
        SpatialPairs input,
        BivariateMoranOptions? options = null,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        options ??= new BivariateMoranOptions();
        SpatialWeights weights = input.Weights.Coded(options.Style);
        (double[] x, double squaresX) = Deviations.Of(SpatialValues.Complete(input.X, weights, nameof(input.X), least: 3));
        (double[] y, double squaresY) = Deviations.Of(SpatialValues.Complete(input.Y, weights, nameof(input.Y), least: 3));
        double spread = Math.Sqrt(squaresX / (x.Length - 1)) * Math.Sqrt(squaresY / (x.Length - 1));
        bool defined = spread > 0 && weights.S0 > 0;
        double[] local = new double[x.Length];
        for (int unit = 0; unit < local.Length; unit++)
        {
            local[unit] = defined ? x[unit] * weights.Lag(unit, y) / spread : double.NaN;
        }

        return new BivariateAssociationResult(
            weights.Ids,
            Sums.Sum(local) / (options.Denominator == VarianceDivisor.N ? x.Length : x.Length - 1),
            local,
            [.. SpatialNotes.Islands(weights, "they stay in n with lag 0"), .. SpatialNotes.Undefined(spread, weights.S0)],
            new Provenance("spatial.bivariate-moran", $"style = {options.Style}, denominator = {options.Denominator}", Source));
    }
}
