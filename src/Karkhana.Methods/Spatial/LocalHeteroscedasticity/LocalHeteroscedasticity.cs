using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Spatial;

/// <summary>Where values scatter about their local mean more or less than elsewhere: H_i, LOSH.</summary>
public static class LocalHeteroscedasticity
{
    internal const string Source = "Ord & Getis 2012, doi:10.1007/s00168-011-0492-y";

    /// <summary>Computes H_i.</summary>
    /// <remarks>
    /// Local mean x̄_i = Σ_j w_ij x_j / Σ_j w_ij, the unit left out; e_i = (x_i − x̄_i)²; h1 and h2 are the means of e and
    /// e²; H_i = Σ_j w_ij e_j / (h1 Σ_j w_ij), expectation 1, Var_i = (h2 − h1²)(n w2_i − w_i²)/((n − 1) h1² w_i²);
    /// 2 H_i/Var_i is about chi-square with 2/Var_i degrees of freedom. Units without neighbours have no local mean: they
    /// are left out of h1, h2 and n, with a note, and so are units that have such a unit as neighbour out of the result.
    /// Not defined when every value equals its local mean. Missing values are refused. Cost: two passes over the links.
    /// Source: Ord and Getis 2012, doi:10.1007/s00168-011-0492-y. Agrees with: spdep 1.2-7 LOSH, relative 1e-10.
    /// </remarks>
    /// <param name="units">Values and neighbours; at least three units.</param>
    /// <param name="options">Coding.</param>
    /// <param name="execution">Not used: the cost is two passes.</param>
    /// <param name="cancellationToken">Not used.</param>
    /// <returns>One row per unit.</returns>
    public static LocalHeteroscedasticityResult Estimate(
        SpatialValues units, CodingOptions? options = null, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(units);
        double[] values = units.Checked(least: 3);
        options ??= new CodingOptions();
        SpatialWeights weights = units.Weights.Coded(options.Style);
        double[] means = new double[units.Count];
        double[] residuals = new double[units.Count];
        for (int unit = 0; unit < means.Length; unit++)
        {
            means[unit] = weights.IsIsolated(unit) ? double.NaN : weights.Lag(unit, values) / weights.RowSum(unit);
            double difference = values[unit] - means[unit];
            residuals[unit] = difference * difference;
        }

        double[] known = [.. residuals.Where(residual => !double.IsNaN(residual))];
        double h1 = Sums.Mean(known);
        double excess = Sums.Mean([.. known.Select(residual => residual * residual)]) - (h1 * h1);
        double[] estimates = new double[units.Count];
        double[] variances = new double[units.Count];
        for (int unit = 0; unit < means.Length; unit++)
        {
            (estimates[unit], variances[unit]) = h1 > 0
                ? Row(unit, weights, residuals, known.Length, h1, excess) : (double.NaN, double.NaN);
        }

        return new LocalHeteroscedasticityResult
        {
            Units = weights.Ids,
            Estimates = estimates,
            Variances = variances,
            LocalMeans = means,
            Residuals = residuals,
            Notes = Notes(weights, h1),
            Provenance = new Provenance("spatial.local-heteroscedasticity", $"style = {options.Style}", Source),
        };
    }

    private static (double Estimate, double Variance) Row(
        int unit, SpatialWeights weights, double[] residuals, double n, double h1, double excess)
    {
        double sum = weights.RowSum(unit);
        if (!(sum > 0))
        {
            return (double.NaN, double.NaN);
        }

        double spread = (n * weights.SquaredRowSum(unit)) - (sum * sum);
        return (weights.Lag(unit, residuals) / (h1 * sum), excess * spread / ((n - 1) * h1 * h1 * sum * sum));
    }

    private static Note[] Notes(SpatialWeights weights, double h1) => h1 > 0
        ? [.. SpatialNotes.Islands(weights, SpatialNotes.NotComputed)]
        : [new Note("no-residuals", Severity.Warning, "No value differs from the mean of its neighbours: there is no scatter to compare, and nothing is defined.")];
}
