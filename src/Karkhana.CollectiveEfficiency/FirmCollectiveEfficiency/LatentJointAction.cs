using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Results;
using Karkhana.Data.Surveys;
using Karkhana.Methods.Psychometrics;

namespace Karkhana.CollectiveEfficiency;

/// <summary>Scores joint action by the graded response model.</summary>
internal static class LatentJointAction
{
    public const string Name = "joint_action_latent";

    private const double PriorSlope = 0.5;
    private const double PriorThreshold = 2;
    private const int LeastCategoryCount = 5;

    /// <summary>Fits and scores; null with a note that says why when there is no score.</summary>
    /// <param name="survey">The survey.</param>
    /// <param name="firms">The number of firms of the register.</param>
    /// <param name="items">The items, by position.</param>
    /// <param name="options">Who is scored, and from how many firms on.</param>
    /// <param name="notes">Where to say what was merged or went wrong.</param>
    /// <param name="run">Workers, progress and what stops the fit.</param>
    public static CollectiveEfficiencyScore? Of(
        Survey survey, int firms, int[] items, FirmCollectiveEfficiencyOptions options, List<Note> notes, Run run)
    {
        double[][] levels = [.. items.Select(item => survey.Answers[item].Select(answer => ConstructLevels.LevelOf(survey.Items[item], answer)).ToArray())];
        int[] known = [.. Enumerable.Range(0, survey.Respondents).Select(firm => levels.Count(item => !double.IsNaN(item[firm])))];
        int[] varying = [.. Enumerable.Range(0, items.Length).Where(item => levels[item].Where(level => !double.IsNaN(level)).Distinct().Count() > 1)];
        int answering = known.Count(answered => answered > 0);
        if (varying.Length < 3 || answering < options.LatentFrom)
        {
            notes.Add(new Note("latent-too-few", Severity.Information, FormattableString.Invariant(
                $"Joint action has no latent score: it needs 3 items that vary and {options.LatentFrom} firms; there are {varying.Length} and {answering}.")));
            return null;
        }

        ItemResponses answers = new([.. varying.Select(item => survey.Items[items[item]].Id)], [.. varying.Select(item => levels[item])]);
        if (Fitted(survey, answers, notes, run) is not { } fitted)
        {
            return null;
        }

        notes.AddRange(fitted.Notes);
        ItemResponseScoreResult scored = ItemResponseScore.Estimate(
            new ScoredResponses(fitted.CategoriesOf(survey.Respondents), fitted.Parameters),
            new ItemResponseScoreOptions { Model = ItemModel.Graded, Method = ScoreMethod.Eap }, run.Execution, run.CancellationToken);
        bool IsScored(int firm) => known[firm] > 0 && known[firm] >= options.LeastShare * items.Length;
        double sign = fitted.Parameters.Slopes.Average() < 0 ? -1 : 1; // the model does not know which end is much
        return new CollectiveEfficiencyScore(
            Name, answers.Items,
            survey.OverRegister([.. scored.Score.Select((score, firm) => IsScored(firm) ? sign * score : double.NaN)], firms),
            survey.OverRegister([.. scored.StandardError.Select((error, firm) => IsScored(firm) ? error : double.NaN)], firms),
            [.. survey.OverRegister([.. scored.Answered.Select(answered => (double)answered)], firms).Select(answered => double.IsNaN(answered) ? 0 : (int)answered)],
            double.NaN);
    }

    private static ItemResponseModelResult? Fitted(Survey survey, ItemResponses answers, List<Note> notes, Run run)
    {
        string reason;
        try
        {
            ItemResponseModelResult fitted = ItemResponseModel.Estimate(
                new ItemResponseSample(answers) { Weights = survey.Weights.Distinct().Take(2).Count() == 2 ? survey.Weights : null },
                new ItemResponseModelOptions
                {
                    Model = ItemModel.Graded,
                    PriorSlope = PriorSlope,
                    PriorThreshold = PriorThreshold,
                    LeastCategoryCount = LeastCategoryCount,
                },
                run.Execution, run.CancellationToken);
            if (fitted.Converged)
            {
                return fitted;
            }

            reason = "it did not converge";
        }
        catch (ArgumentException refusal)
        {
            reason = refusal.Message;
        }

        notes.Add(new Note("latent-not-estimated", Severity.Warning, $"Joint action has no latent score; the graded model: {reason}."));
        return null;
    }

    /// <summary>How a fit runs.</summary>
    internal sealed record Run(ExecutionOptions? Execution, CancellationToken CancellationToken);
}
