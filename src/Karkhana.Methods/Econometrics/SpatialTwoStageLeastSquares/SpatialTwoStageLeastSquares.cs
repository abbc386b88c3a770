using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Econometrics;

/// <summary>Regression on the neighbours' outcome without a likelihood: the neighbours' terms stand in for it.</summary>
public static class SpatialTwoStageLeastSquares
{
    internal const string Source = "Kelejian & Prucha 1998, doi:10.1023/A:1007707430416; Kelejian & Robinson 1993, doi:10.1111/j.1435-5597.1993.tb01875.x";

    private const string LagName = "lag_outcome";

    /// <summary>Estimates the model.</summary>
    /// <remarks>
    /// y = ρWy + Xb + e with Wy instrumented by WX and W²X (the constant is not lagged); columns that others determine are left out and
    /// named. Classical: s² (X'P_Z X)⁻¹ with s² = e'e/(n − k). Needs no normal errors, no equal variances (hc0, hc1) and no determinant; less
    /// precise than maximum likelihood when errors are normal, and of no use when the terms explain little: look at the tests of the
    /// instruments. ρ may come out beyond 1, which is no stable model: a note says so. Cost: that of two-stage least squares. Source:
    /// Kelejian and Prucha 1998, doi:10.1023/A:1007707430416. Agrees with: spatialreg 1.2-6 stsls, relative 1e-6.
    /// </remarks>
    /// <param name="sample">The observations and their neighbours.</param>
    /// <param name="options">Model, instruments, covariance, level.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Not used.</param>
    /// <returns>The regression; the coefficient of the lag is the term lag_outcome.</returns>
    /// <exception cref="ArgumentException">A column is missing, the outcome does not vary, nobody has a neighbour, or no term has a lag of its
    /// own.</exception>
    public static SpatialTwoStageLeastSquaresResult Estimate(
        SpatialSample sample, SpatialTwoStageLeastSquaresOptions options, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(options);
        SpatialDesign design = SpatialDesign.Build(sample with { Sample = sample.Sample with { Clusters = [] } }, options.Model);
        design.RefuseCompleteWeights();
        LaggedSample lagged = LaggedSample.Of(
            design.Design, column => design.Weights.Multiply(column), LagName, SpatialDesign.LagName, term => "lag2_" + term, options.SecondOrder);
        Require.That(lagged.LaggedTerms.Count > 0, "model", "must have a term beside the constant: its spatial lags are the instruments");
        TwoStageLeastSquaresResult result = TwoStageLeastSquares.Estimate(
            lagged.ToSample(sample.Sample, design.Design.Rows, []),
            new TwoStageLeastSquaresOptions
            {
                Model = lagged.Model([], [.. lagged.LaggedTerms, .. lagged.TwiceLaggedTerms]),
                Covariance = options.Covariance,
                Level = options.Level,
            },
            execution,
            cancellationToken);
        double rho = result.Coefficients.Estimates[result.Coefficients.Find(LagName)];
        return new SpatialTwoStageLeastSquaresResult
        {
            TwoStage = result with { Rows = design.Design.Rows },
            Notes = [.. design.Notes, .. result.Notes, .. Explosive(rho)],
            Provenance = new Provenance(
                "econometrics.spatial-two-stage-least-squares",
                FormattableString.Invariant(
                    $"outcome = {options.Model.Outcome}, second_order = {options.SecondOrder}, covariance = {options.Covariance}, level = {options.Level}"),
                Source),
        };
    }

    private static IEnumerable<Note> Explosive(double rho) => Math.Abs(rho) < 1
        ? []
        : [new Note("explosive", Severity.Error, FormattableString.Invariant(
            $"The coefficient of the lag is {rho:0.###}, not between −1 and 1: in such a model a change would grow from neighbour to neighbour without end. Reject it."))];
}
