using Karkhana.Core.Measures;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Answers to items with known parameters.</summary>
/// <param name="Responses">The answers.</param>
/// <param name="Parameters">The parameters of at least these items, in any order.</param>
/// <param name="PriorMeans">The mean of θ of each respondent before its answers are seen, from a latent regression; null
/// when all share one.</param>
public sealed record ScoredResponses(
    ItemResponses Responses, ItemParameters Parameters, IReadOnlyList<double>? PriorMeans = null)
{
    /// <summary>Gets the roles of the input <c>responses</c>.</summary>
    internal static string ResponseRoles => "items (list of columns); optional prior_mean";

    /// <summary>Gets the roles of the input <c>parameters</c>.</summary>
    internal static string ParameterRoles => "item, slope, threshold (list of columns); optional guessing";

    /// <summary>Reads the inputs <c>responses</c> and <c>parameters</c> of a request.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The answers and parameters.</returns>
    public static ScoredResponses Read(MeasureRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        BoundTable responses = request.Table("responses");
        return new ScoredResponses(
            ItemResponses.Read(request),
            ItemParameters.Read(request),
            responses.Has("prior_mean") ? responses.CompleteNumbers("prior_mean") : null);
    }
}
