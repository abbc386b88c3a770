using Karkhana.Core.Measures;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Answers of respondents who belong to groups.</summary>
/// <param name="Responses">The answers.</param>
/// <param name="Groups">The group code of each respondent.</param>
public sealed record GroupedResponses(ItemResponses Responses, IReadOnlyList<string> Groups)
{
    /// <summary>Gets the latent scores of the respondents, or null; a score that is not finite is none.</summary>
    public IReadOnlyList<double>? Scores { get; init; }

    /// <summary>Reads the input <c>responses</c> of a request: items, group, optional score.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The answers with the groups.</returns>
    public static GroupedResponses Read(MeasureRequest request)
    {
        ItemResponses responses = ItemResponses.Read(request);
        BoundTable table = request.Table("responses");
        return new GroupedResponses(responses, table.Texts("group")) { Scores = table.OptionalNumbers("score") };
    }
}
