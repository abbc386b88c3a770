using Karkhana.Core.Kernels;
using Karkhana.Data.Surveys;

namespace Karkhana.CollectiveEfficiency;

/// <summary>How cooperation changed, by type, on the scale from −2 (fell strongly) to +2 (rose strongly).</summary>
internal static class JointActionChange
{
    /// <summary>What the construct of a change has behind the id of its joint action.</summary>
    public const string Suffix = "_change";

    /// <summary>Says whether a construct is the change of a joint action.</summary>
    public static bool IsChange(string construct) =>
        construct.EndsWith(Suffix, StringComparison.Ordinal) && AdvantageIds.IsAdvantage(construct[..^Suffix.Length]);

    /// <summary>Gets the mean change of each respondent; NaN without an answer.</summary>
    public static double[] ChangesOf(Survey survey, string construct)
    {
        int[] items = survey.ItemsOf(construct);
        return [.. Enumerable.Range(0, survey.Respondents).Select(respondent => Sums.Mean(
            [.. items.Select(item => survey.Answers[item][respondent]).Where(answer => !double.IsNaN(answer))]))];
    }
}
