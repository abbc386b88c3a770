using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Spatial;

/// <summary>Lee's L: whether two numbers go together once each is smoothed over the neighbours.</summary>
public static class LeeL
{
    internal const string Source = "Lee 2001, doi:10.1007/s101090100064";

    /// <summary>Computes the global and local L.</summary>
    /// <remarks>
    /// lag x_i = Σ_j w_ij (x_j − x̄); local_i = n lag x_i lag y_i / sqrt(Σ (x − x̄)² Σ (y − ȳ)²);
    /// L = Σ local_i / Σ_i (Σ_j w_ij)². Symmetric in x and y. With rows that add up to 1, L is the mean of the local
    /// values. Lee links each unit with itself as well: give such weights (<see cref="SpatialWeights.WithSelf"/>) to
    /// have that form. Islands stay in n with lag 0 and are named in a note; missing values are refused; a number that
    /// does not vary gives NaN and a note. Cost: linear in the links.
    /// Source: Lee 2001, doi:10.1007/s101090100064. Agrees with: spdep 1.2 lee, relative 1e-10.
    /// </remarks>
    /// <param name="input">The pairs and weights.</param>
    /// <param name="options">Coding.</param>
    /// <param name="execution">Not used: the cost is one pass.</param>
    /// <param name="cancellationToken">Not used.</param>
    /// <returns>The statistic and the value of each unit.</returns>
    /// <exception cref="ArgumentException">A value is missing, or there are fewer than 3 units.</exception>
    public static BivariateAssociationResult Estimate(
        SpatialPairs input,
        CodingOptions? options = null,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        options ??= new CodingOptions();
        SpatialWeights weights = input.Weights.Coded(options.Style);
        (double[] x, double squaresX) = Deviations.Of(SpatialValues.Complete(input.X, weights, nameof(input.X), least: 3));
        (double[] y, double squaresY) = Deviations.Of(SpatialValues.Complete(input.Y, weights, nameof(input.Y), least: 3));
        double spread = Math.Sqrt(squaresX) * Math.Sqrt(squaresY);
        double[] local = new double[x.Length];
        double[] rows = new double[x.Length];
        for (int unit = 0; unit < local.Length; unit++)
        {
            rows[unit] = weights.RowSum(unit);
            local[unit] = spread > 0 ? x.Length * weights.Lag(unit, x) * weights.Lag(unit, y) / spread : double.NaN;
        }

        double scale = Sums.Dot(rows, rows);
        return new BivariateAssociationResult(
            weights.Ids,
            scale > 0 ? Sums.Sum(local) / scale : double.NaN,
            local,
            [.. SpatialNotes.Islands(weights, "they stay in n with lag 0"), .. SpatialNotes.Undefined(spread, scale)],
            new Provenance("spatial.lee-l", $"style = {options.Style}", Source));
    }
}
