using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Econometrics;

/// <summary>Whether industries grow faster where they are specialised, or where other industries are varied.</summary>
public static class IndustryGrowthRegression
{
    internal const string Source = "Glaeser, Kallal, Scheinkman & Shleifer 1992, doi:10.1086/261856";

    /// <summary>Regresses the growth of region-industry cells.</summary>
    /// <remarks>
    /// Cells with positive employment at both times. Growth ln(e1/e0) on a constant, the location quotient at the start, diversity
    /// (1 − Σ of squared shares among the other industries of the region), national growth (ln of the ratio of employment of the
    /// industry outside the region) and ln e0. Classical errors and t with n − k degrees of freedom, or clustered by region
    /// (cr1) and t with regions − 1. A cell that is alone in its region or industry has no diversity or national growth and is
    /// dropped. Growth of the survivors only, and regression to the mean by ln e0, lean on the estimates: associations, not
    /// what specialisation does. Cost: regions × industries. Source: Glaeser, Kallal, Scheinkman and Shleifer 1992,
    /// doi:10.1086/261856. Agrees with: the formula in R 4.2 with lm and sandwich vcovCL, relative 1e-6.
    /// </remarks>
    /// <param name="cells">Employment at two times.</param>
    /// <param name="options">Errors and level.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Not used.</param>
    /// <returns>The regression.</returns>
    /// <exception cref="ArgumentException">There are too few cells, or only one region for clustered errors.</exception>
    public static IndustryGrowthRegressionResult Estimate(
        IndustryGrowthCells cells, IndustryGrowthRegressionOptions? options = null, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(cells);
        options ??= new IndustryGrowthRegressionOptions();
        RegressionSample sample = cells.ToSample();
        LinearModel model = LinearModel.Of(
            sample, new ModelSpecification { Outcome = IndustryGrowthCells.Growth, Terms = IndustryGrowthCells.Terms });
        CoefficientCovariance covariance = options.Covariance == IndustryGrowthCovariance.ClusterRegion
            ? model.Clustered(sample.Clusters)
            : model.Covariance();
        return new IndustryGrowthRegressionResult
        {
            Coefficients = model.Coefficients(covariance, options.Level),
            Model = model,
            MeanLocationQuotient = Mean(sample, model, IndustryGrowthCells.Terms[0]),
            MeanDiversity = Mean(sample, model, IndustryGrowthCells.Terms[1]),
            Notes = [.. model.Notes, .. covariance.Notes],
            Provenance = new Provenance(
                "econometrics.industry-growth-regression",
                FormattableString.Invariant($"covariance = {options.Covariance}, level = {options.Level}"),
                Source),
        };
    }

    private static double Mean(RegressionSample sample, LinearModel model, string column)
    {
        IReadOnlyList<double> values = sample.Data.Numbers(column);
        return Sums.Mean([.. model.Rows.Select(row => values[row])]);
    }
}
