using Karkhana.Core.Measures;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Answers of respondents and the parameters of the items that they answered.</summary>
/// <param name="Responses">The answers.</param>
/// <param name="Parameters">The item parameters, in any order.</param>
public sealed record FittedResponses(ItemResponses Responses, ItemParameters Parameters)
{
    /// <summary>Gets the latent scores of the respondents; null asks for expected-a-posteriori scores. A score that is
    /// not finite is none.</summary>
    public IReadOnlyList<double>? Scores { get; init; }

    /// <summary>Reads the inputs <c>responses</c> and <c>parameters</c> of a request.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The answers with the parameters.</returns>
    public static FittedResponses Read(MeasureRequest request)
    {
        ItemResponses responses = ItemResponses.Read(request);
        return new FittedResponses(responses, ItemParameters.Read(request))
        {
            Scores = request.Table("responses").OptionalNumbers("score"),
        };
    }
}
