using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Econometrics;

/// <summary>Regression on the neighbours' outcome whose errors go together among neighbours too.</summary>
public static class SpatialCombinedRegression
{
    internal const string Source = "Anselin 1988, Spatial Econometrics; Kelejian & Prucha 1998, doi:10.1023/A:1007707430416";

    /// <summary>Estimates the model by maximum likelihood.</summary>
    /// <remarks>
    /// y = ρWy + Xb + u, u = λWu + e with the same W. The likelihood may have several maxima: it is computed on a grid of 29 × 29 points and
    /// climbed from its six best local summits by Newton's method. Standard errors from the expected information; as polynomials in W all
    /// its matrices change places, and tr GH = (tr G − tr H)/(ρ − λ). With coefficients near zero ρ and λ can hardly be told apart.
    /// Cost: that of <see cref="SpatialLagRegression"/> and some 1,000 likelihoods that do not depend on the number of units. Source: Anselin
    /// 1988, Spatial Econometrics, section 6.2; Kelejian and Prucha 1998, doi:10.1023/A:1007707430416. Agrees with: spatialreg 1.2-6
    /// sacsarlm, relative 3e-3 (its optimiser).
    /// </remarks>
    /// <param name="sample">The observations and their neighbours.</param>
    /// <param name="options">Model, level.</param>
    /// <param name="execution">Workers for determinants and traces; the results do not depend on it.</param>
    /// <param name="cancellationToken">Looked at between factorisations.</param>
    /// <returns>The model.</returns>
    /// <exception cref="ArgumentException">A column is missing, the outcome does not vary, nobody or everybody is a neighbour, or ρ cannot
    /// be told from the terms.</exception>
    public static SpatialCombinedRegressionResult Estimate(
        SpatialSample sample, SpatialCombinedRegressionOptions options, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        SpatialDesign design = SpatialDesign.Build(sample, options.Model);
        AutoregressiveEstimate estimate = AutoregressiveEstimate.Of(design, withLag: true, withErrors: true, execution, cancellationToken);
        return new SpatialCombinedRegressionResult
        {
            Model = estimate.ToModel(AutoregressiveCovariance.Of(estimate, execution, cancellationToken), options.Level),
            Notes = [.. design.Notes, .. estimate.Notes],
            Provenance = new Provenance(
                "econometrics.spatial-combined-regression",
                FormattableString.Invariant($"outcome = {options.Model.Outcome}, level = {options.Level}"),
                Source),
        };
    }
}
