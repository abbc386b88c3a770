using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Spatial;

/// <summary>Where high or low values gather: the hot-spot statistic of Getis and Ord.</summary>
public static class LocalG
{
    internal const string Source = "Getis & Ord 1992, doi:10.1111/j.1538-4632.1992.tb00261.x; Ord & Getis 1995, doi:10.1111/j.1538-4632.1995.tb00912.x";

    // A variance below this share of its parts is 0 but for rounding: every arrangement gives the same sum.
    private const double LeastSpread = 1e-12;

    /// <summary>Computes G or G* as standard scores.</summary>
    /// <remarks>
    /// G (the unit left out): mean and variance of the other n − 1 values (divisor n − 1), E = w_i mean_i,
    /// Var = s_i² ((n − 1) w2_i − w_i²)/(n − 2). G* (a link of weight 1 to itself is added before coding):
    /// E = w_i mean, Var = s² (n w2_i − w_i²)/(n − 1), s² with divisor n. The score is (Σ_j w_ij x_j − E)/√Var: positive in
    /// hot spots, negative in cold ones. Not defined (NaN, with a note) without neighbours, for values that do not vary,
    /// and where all units are neighbours. Missing values are refused. Cost: one pass over the links.
    /// Source: Getis and Ord 1992, doi:10.1111/j.1538-4632.1992.tb00261.x; Ord and Getis 1995,
    /// doi:10.1111/j.1538-4632.1995.tb00912.x. Agrees with: spdep 1.2-7 localG, relative 1e-10.
    /// </remarks>
    /// <param name="units">Values and neighbours; at least three units.</param>
    /// <param name="options">Coding, and whether the unit counts.</param>
    /// <param name="execution">Not used: the cost is one pass.</param>
    /// <param name="cancellationToken">Not used.</param>
    /// <returns>One score per unit.</returns>
    public static LocalEstimates Estimate(
        SpatialValues units, LocalGOptions? options = null, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(units);
        options ??= new LocalGOptions();
        SpatialWeights weights = Coded(units.Weights, options);
        Deviations deviations = Deviations.Of(units.Checked(least: 3));
        double[] scores = new double[units.Count];
        for (int unit = 0; unit < scores.Length; unit++)
        {
            scores[unit] = deviations.AreZero || weights.IsIsolated(unit) ? double.NaN
                : options.IncludeSelf ? WithSelf(unit, weights, deviations) : WithoutSelf(unit, weights, deviations);
        }

        return new LocalEstimates
        {
            Units = weights.Ids,
            Estimates = scores,
            TableName = "local_g",
            Label = options.IncludeSelf ? "Gi*" : "Gi",
            Meaning = "Standard score: positive in hot spots, negative in cold ones.",
            Notes = deviations.AreZero ? [SpatialNotes.Constant()] : [.. SpatialNotes.Islands(weights, SpatialNotes.NotComputed)],
            Provenance = new Provenance("spatial.local-g", $"style = {options.Style}, include_self = {options.IncludeSelf}", Source),
        };
    }

    /// <summary>Gives the weights that G or G* adds with.</summary>
    internal static SpatialWeights Coded(SpatialWeights weights, LocalGOptions options) =>
        (options.IncludeSelf ? weights.WithSelf() : weights).Coded(options.Style);

    private static double WithSelf(int unit, SpatialWeights weights, Deviations deviations) => Score(
        weights.Lag(unit, deviations.Z), deviations.Variance, weights.RowSum(unit), weights.SquaredRowSum(unit), weights.Count);

    // The other values have mean −z_i/(n − 1), measured from the mean of all.
    private static double WithoutSelf(int unit, SpatialWeights weights, Deviations deviations)
    {
        double others = weights.Count - 1;
        double z = deviations.Z[unit];
        double mean = -z / others;
        double variance = ((deviations.SumOfSquares - (z * z)) / others) - (mean * mean);
        double sum = weights.RowSum(unit);
        double lag = weights.Lag(unit, deviations.Z) - (sum * mean);
        return variance > LeastSpread * deviations.SumOfSquares / others
            ? Score(lag, variance, sum, weights.SquaredRowSum(unit), others)
            : double.NaN;
    }

    private static double Score(double departure, double variance, double sum, double squares, double n)
    {
        double spread = (n * squares) - (sum * sum);
        return spread > LeastSpread * n * squares ? departure / Math.Sqrt(variance * spread / (n - 1)) : double.NaN;
    }
}
