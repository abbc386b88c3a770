using Karkhana.Core.Kernels;
using Karkhana.Core.Tables;
using Karkhana.Data.Surveys;

namespace Karkhana.CollectiveEfficiency;

/// <summary>How cooperation changed, by type, on the scale from −2 (fell strongly) to +2 (rose strongly).</summary>
/// <param name="Types">The joint actions: <c>JA01</c>.</param>
/// <param name="Changes">The mean change over firms.</param>
/// <param name="StandardErrors">The standard error of each mean.</param>
/// <param name="Firms">The firms that answered.</param>
public sealed record JointActionChange(
    IReadOnlyList<string> Types, IReadOnlyList<double> Changes, IReadOnlyList<double> StandardErrors, IReadOnlyList<int> Firms)
{
    internal const string Suffix = "_change";

    /// <summary>Gets the mean over the types; NaN when none was asked.</summary>
    public double Mean => Sums.Mean([.. Changes]);

    /// <summary>Averages the answers to the change items.</summary>
    /// <param name="survey">The survey.</param>
    /// <param name="respondents">Positions of the respondents that count.</param>
    /// <returns>One change per type that was asked.</returns>
    public static JointActionChange Of(Survey survey, IReadOnlyList<int> respondents)
    {
        ArgumentNullException.ThrowIfNull(survey);
        ArgumentNullException.ThrowIfNull(respondents);
        string[] constructs = [.. survey.Items.Select(item => item.Construct).Where(IsChange).Distinct().Order(StringComparer.Ordinal)];
        double[][] answers = [.. constructs.Select(construct => ChangesOf(survey, construct)).Select(
            changes => respondents.Select(respondent => changes[respondent]).Where(change => !double.IsNaN(change)).ToArray())];
        return new JointActionChange(
            [.. constructs.Select(construct => construct[..^Suffix.Length])],
            [.. answers.Select(values => Sums.Mean(values))],
            [.. answers.Select(values => Math.Sqrt(Sums.Variance(values) / values.Length))],
            [.. answers.Select(values => values.Length)]);
    }

    /// <summary>Gives one row per type.</summary>
    /// <returns>The table <c>joint_action_change</c>.</returns>
    public Table ToTable() => Table.Of(
        "joint_action_change",
        Column.Of("construct", Types.Select(type => (string?)type), "Joint action", "Type of joint action."),
        Column.Of("n", Firms, "Firms", "", "Firms that answered."),
        Column.Of(
            "estimate", Changes, "Change", "−2 to +2", "Mean change over the period that the survey names.",
            recommended: true),
        Column.Of("std_error", StandardErrors, "Standard error", "", "Standard error of the mean."));

    /// <summary>Says whether a construct is the change of a joint action.</summary>
    internal static bool IsChange(string construct) =>
        construct.EndsWith(Suffix, StringComparison.Ordinal) && AdvantageIds.IsAdvantage(construct[..^Suffix.Length]);

    /// <summary>Gives the mean change of each respondent; NaN without an answer.</summary>
    internal static double[] ChangesOf(Survey survey, string construct)
    {
        int[] items = survey.ItemsOf(construct);
        return [.. Enumerable.Range(0, survey.Respondents).Select(respondent => Sums.Mean(
            [.. items.Select(item => survey.Answers[item][respondent]).Where(answer => !double.IsNaN(answer))]))];
    }
}
