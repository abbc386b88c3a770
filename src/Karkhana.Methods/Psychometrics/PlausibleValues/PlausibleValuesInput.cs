using Karkhana.Core.Measures;

namespace Karkhana.Methods.Psychometrics;

/// <summary>What plausible values are drawn from.</summary>
/// <param name="Scored">Answers, parameters and perhaps prior means.</param>
/// <param name="Covariance">The covariance of the estimated parameters; null when they count as known.</param>
public sealed record PlausibleValuesInput(ScoredResponses Scored, ParameterCovariance? Covariance = null)
{
    /// <summary>Reads the inputs <c>responses</c>, <c>parameters</c> and <c>covariance</c> of a request.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The input.</returns>
    public static PlausibleValuesInput Read(MeasureRequest request) =>
        new(ScoredResponses.Read(request), ParameterCovariance.Read(request));
}
