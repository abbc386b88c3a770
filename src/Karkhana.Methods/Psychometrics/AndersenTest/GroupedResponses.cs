using Karkhana.Core.Measures;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Answers of respondents who may belong to groups.</summary>
/// <param name="Responses">The answers.</param>
/// <param name="Groups">The group of each respondent, or null.</param>
public sealed record GroupedResponses(ItemResponses Responses, IReadOnlyList<string>? Groups = null)
{
    /// <summary>Reads the input <c>responses</c> of a request with its optional role group.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The answers and groups.</returns>
    public static GroupedResponses Read(MeasureRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new GroupedResponses(ItemResponses.Read(request), request.Table("responses").OptionalTexts("group"));
    }
}
