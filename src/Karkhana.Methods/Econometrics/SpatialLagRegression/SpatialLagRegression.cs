using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Econometrics;

/// <summary>Regression on the neighbours' outcome: the spatial lag and the spatial Durbin model.</summary>
public static class SpatialLagRegression
{
    internal const string Source =
        "Ord 1975, doi:10.1080/01621459.1975.10480272; Anselin 1988, Spatial Econometrics; LeSage & Pace 2009, Introduction to Spatial Econometrics";

    /// <summary>Estimates the model by maximum likelihood.</summary>
    /// <remarks>
    /// y = ρWy + Xb [+ WXg] + e, e normal with one variance; the rows of W add up to 1. log|I − ρW| comes from sparse factors, exact, as a
    /// polynomial over −0.998 ≤ ρ ≤ 0.998 or, from 2,000 units on, over a window around the maximum of a rough one; ρ is the root of the
    /// score beside the best of a grid. Standard errors from the expected information; its traces come from the derivatives of the
    /// determinant, but for the asymmetric part of tr G'G, which is exact up to 1,000 units and estimated with a known error beyond.
    /// Impacts: means of (I − ρW)⁻¹(b_k I + g_k W), their errors by draws from the normal distribution of the estimates. Assumes that W is
    /// given from outside and that one parameter does for all places. Cost: 25 to 65 sparse factorisations; with 6 mutual neighbours
    /// 10⁴ units 0.2 s, 10⁵ units 1.4 s; neighbours that are not mutual take about four times as long. Source: Ord 1975,
    /// doi:10.1080/01621459.1975.10480272; Anselin 1988, Spatial Econometrics, chapter 6; LeSage and Pace 2009, Introduction to Spatial
    /// Econometrics, sections 2.7 and 5.6. Agrees with: spatialreg 1.2-6 lagsarlm and impacts, relative 2e-4 (its optimiser; 1e-6 with
    /// dense matrices).
    /// </remarks>
    /// <param name="sample">The observations and their neighbours.</param>
    /// <param name="options">Model, Durbin terms, draws, level.</param>
    /// <param name="execution">Workers for determinants, traces and draws; the results do not depend on it.</param>
    /// <param name="cancellationToken">Looked at between factorisations.</param>
    /// <returns>The model and the impacts of its terms.</returns>
    /// <exception cref="ArgumentException">A column is missing, the outcome does not vary, nobody or everybody is a neighbour, or ρ cannot
    /// be told from the terms.</exception>
    public static SpatialLagRegressionResult Estimate(
        SpatialSample sample, SpatialLagRegressionOptions options, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        SpatialDesign design = SpatialDesign.Build(sample, options.Model, options.Durbin);
        AutoregressiveEstimate estimate = AutoregressiveEstimate.Of(design, withLag: true, withErrors: false, execution, cancellationToken);
        AutoregressiveCovariance covariance = AutoregressiveCovariance.Of(estimate, execution, cancellationToken);
        ImpactDraws impacts = new(estimate, covariance, options.ImpactDraws, options.Seed);
        return new SpatialLagRegressionResult
        {
            Model = estimate.ToModel(covariance, options.Level),
            ResidualTest = ModelTest.ChiSquared(covariance.ResidualTest(), 1),
            Impacts = impacts.ToTable(options.Level, execution, cancellationToken),
            Notes = [.. design.Notes, .. estimate.Notes],
            Provenance = new Provenance(
                "econometrics.spatial-lag-regression",
                FormattableString.Invariant(
                    $"outcome = {options.Model.Outcome}, durbin = {options.Durbin}, impact_draws = {options.ImpactDraws}, seed = {options.Seed}, level = {options.Level}"),
                Source),
        };
    }
}
