using Karkhana.Data.Surveys;
using Karkhana.Methods.Psychometrics;

namespace Karkhana.Capability;

/// <summary>The next rung of each function of one firm.</summary>
public static class NextRungs
{
    /// <summary>Finds the rungs on the ladder of the codebook.</summary>
    /// <remarks>
    /// Level ℓ_f as <see cref="CapabilityLadder"/> has it: every row up to ℓ_f with an answer is passed to the required
    /// share. The next rung is the lowest row above ℓ_f with an answer, which is the first that is not passed; without such
    /// a row, the lowest above ℓ_f that the codebook has; and none above the last. Items are named, not counted, since the
    /// share of two or three says little. Where levels are not reproducible the rung is a list of things to do, no rank.
    /// Cost: anchors. Source: Lall 1992, doi:10.1016/0305-750X(92)90097-F; framework 2.6.1.
    /// </remarks>
    /// <param name="survey">The survey.</param>
    /// <param name="firm">The position of the firm in the register.</param>
    /// <param name="options">Share and score to pass.</param>
    /// <returns>One rung per function, in the order of the ladder; none when the firm did not answer or the codebook has no
    /// anchors.</returns>
    public static IReadOnlyList<NextRung> Estimate(Survey survey, int firm, CapabilityLadderOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(survey);
        options ??= new CapabilityLadderOptions();
        int respondent = Array.IndexOf(survey.Firms, firm);
        int[] anchors = AnchorItems.Of(survey);
        if (respondent < 0 || anchors.Length == 0)
        {
            return [];
        }

        CapabilityLadderResult ladder = CapabilityLadder.Estimate(
            new CapabilityAnchors(
                [.. anchors.Select(item => survey.Items[item].Function)],
                [.. anchors.Select(item => survey.Items[item].Complexity)],
                [.. anchors.Select(item => survey.Answers[item][respondent])]),
            options);
        return [.. ladder.Functions.Select((function, f) => Rung(
            survey, respondent, [.. anchors.Where(item => survey.Items[item].Function == function)], ladder.Levels[f], options.PassScore))];
    }

    private static NextRung Rung(Survey survey, int respondent, int[] anchors, int level, double passScore)
    {
        double Answer(int item) => survey.Answers[item][respondent];
        int[] above = [.. anchors.Where(item => survey.Items[item].Complexity > level)];
        int[] answered = [.. above.Where(item => !double.IsNaN(Answer(item)))];
        int next = (answered.Length > 0 ? answered : above).Select(item => survey.Items[item].Complexity).DefaultIfEmpty(0).Min();
        int[] row = [.. above.Where(item => survey.Items[item].Complexity == next)];
        SurveyItem[] Those(Func<double, bool> which) => [.. row.Where(item => which(Answer(item))).Select(item => survey.Items[item])];
        return new NextRung(
            survey.Items[anchors[0]].Function, level, next, Those(answer => answer >= passScore), Those(answer => answer < passScore), Those(double.IsNaN));
    }
}
