using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Spatial;

/// <summary>How far each unit differs from its neighbours, in one or several variables.</summary>
public static class LocalGeary
{
    internal const string Source = "Anselin 1995, doi:10.1111/j.1538-4632.1995.tb00338.x; Anselin 2019, doi:10.1111/gean.12164";

    /// <summary>Computes local Geary.</summary>
    /// <remarks>
    /// Variables are standardised (mean 0, sample standard deviation 1); c_i is the mean over the variables of
    /// Σ_j w_ij (z_i − z_j)². Small: like its neighbours. With row-standardised weights the mean under random
    /// placement is 2 for a typical unit. Not defined (NaN, with a note) without neighbours or when a variable does not
    /// vary. Missing values are refused. Cost: one pass over the links per variable.
    /// Source: Anselin 1995, doi:10.1111/j.1538-4632.1995.tb00338.x; Anselin 2019, doi:10.1111/gean.12164.
    /// Agrees with: spdep 1.2-7 localC, relative 1e-10.
    /// </remarks>
    /// <param name="units">Values and neighbours; at least two units.</param>
    /// <param name="options">Coding.</param>
    /// <param name="execution">Not used: the cost is one pass.</param>
    /// <param name="cancellationToken">Not used.</param>
    /// <returns>One number per unit.</returns>
    public static LocalEstimates Estimate(
        SpatialVariables units, CodingOptions? options = null, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(units);
        options ??= new CodingOptions();
        SpatialWeights weights = units.Weights.Coded(options.Style);
        Deviations[] deviations = [.. units.Checked(least: 2).Select(Deviations.Of)];
        bool constant = deviations.Any(variable => variable.AreZero);
        double[][] scores = [.. deviations.Select(variable => variable.Scores())];
        double[] estimates = new double[weights.Count];
        for (int unit = 0; unit < estimates.Length; unit++)
        {
            estimates[unit] = constant || weights.IsIsolated(unit) ? double.NaN : Mean(unit, weights, scores);
        }

        return new LocalEstimates
        {
            Units = weights.Ids,
            Estimates = estimates,
            TableName = "local_geary",
            Label = "Local Geary",
            Meaning = "Small: like its neighbours; large: unlike them.",
            Notes = constant ? [SpatialNotes.Constant()] : [.. SpatialNotes.Islands(weights, SpatialNotes.NotComputed)],
            Provenance = new Provenance("spatial.local-geary", $"style = {options.Style}", Source),
        };
    }

    private static double Mean(int unit, SpatialWeights weights, double[][] scores)
    {
        ReadOnlySpan<int> neighbours = weights.NeighboursOf(unit);
        ReadOnlySpan<double> row = weights.WeightsOf(unit);
        double sum = 0;
        foreach (double[] z in scores)
        {
            for (int link = 0; link < row.Length; link++)
            {
                double difference = z[unit] - z[neighbours[link]];
                sum += row[link] * (difference * difference);
            }
        }

        return sum / scores.Length;
    }
}
