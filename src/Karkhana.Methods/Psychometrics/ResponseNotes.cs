using Karkhana.Core.Errors;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Psychometrics;

/// <summary>What the reader of a statistic of items must know about the answers behind it.</summary>
internal static class ResponseNotes
{
    public static Note[] Incomplete(ItemResponses all, ItemResponses used)
    {
        int dropped = all.Respondents - used.Respondents;
        return dropped == 0
            ? []
            : [new Note("incomplete-respondents", Severity.Information, FormattableString.Invariant(
                $"{dropped} of {all.Respondents} respondents left an item unanswered and were not used."))];
    }
}
