using Karkhana.Core.Execution;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;
using Karkhana.Methods.Psychometrics;

namespace Karkhana.Methods.Econometrics;

/// <summary>How well one factor model fits several groups with parameters held equal.</summary>
public static class MultigroupFactorAnalysis
{
    internal const string Source = "Meredith 1993, doi:10.1007/BF02294825; Vandenberg & Lance 2000, doi:10.1177/109442810031002";

    // A group needs more cases than variables in any case.
    private const int LeastCases = 3;

    /// <summary>Fits the model at one level of invariance.</summary>
    /// <remarks>
    /// Model, likelihood and fit indices are those of <see cref="MeasurementInvariance"/>, which fits all levels one after
    /// another and compares them. Factor variances are 1 in the first group; fit is the same as with the first loading
    /// of each factor at 1. Assumes normal variables and independent cases. Cases with a missing value are left out.
    /// Cost: n·p², then ten to fifty steps of G·t²·p for t parameters.
    /// Source: Meredith 1993, doi:10.1007/BF02294825; Vandenberg and Lance 2000, doi:10.1177/109442810031002.
    /// Agrees with: lavaan cfa(group.equal, likelihood = "normal"), relative 1e-6.
    /// </remarks>
    /// <param name="sample">Variables and groups.</param>
    /// <param name="options">Factors and level.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Looked at between steps.</param>
    /// <returns>The fit.</returns>
    /// <exception cref="ArgumentException">Fewer than two groups, a group with too few complete cases or a variable that does
    /// not vary in it, or variables and factors that do not fit.</exception>
    public static MultigroupFactorAnalysisResult Estimate(
        GroupedResponses sample,
        MultigroupFactorAnalysisOptions options,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(options);
        ConstructItems factors = ConstructItems.Of(options.Measurement, sample.Responses.Items, nameof(options.Measurement));
        GroupedSamples groups = GroupedSamples.Of(sample, LeastCases);
        MeasurementModel model = MeasurementModel.Of(factors, groups.Groups.Length, options.Level);
        model.RequireIdentified(nameof(options.Measurement));
        MeasurementModelFit fit = MeasurementModelFit.Of(model, groups.Moments, cancellationToken);
        return new MultigroupFactorAnalysisResult(fit.Indices())
        {
            Level = options.Level,
            Notes =
            [
                .. ResponseNotes.Incomplete(sample.Responses, sample.Responses.Complete()),
                .. MeasurementModelNotes.Of(fit, sample.Responses.Items, ""),
            ],
            Provenance = new Provenance(
                "econometrics.measurement-invariance",
                $"measurement = {factors.Text(sample.Responses.Items)}, level = {Words.Of(options.Level)}",
                Source),
        };
    }
}
