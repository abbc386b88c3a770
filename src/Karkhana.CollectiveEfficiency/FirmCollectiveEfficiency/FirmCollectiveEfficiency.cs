using Karkhana.Core.Errors;
using Karkhana.Core.Exchange;
using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;
using Karkhana.Data.Surveys;
using Karkhana.Methods.Psychometrics;

namespace Karkhana.CollectiveEfficiency;

/// <summary>Scores firms on external economies and on joint action, with standard errors of measurement.</summary>
public static class FirmCollectiveEfficiency
{
    private const string Source = "Lord & Novick 1968, Statistical Theories of Mental Test Scores; framework 1.6";
    private const int LeastComplete = 3;

    /// <summary>Scores the firms.</summary>
    /// <remarks>
    /// External economies: z_ia = (x_ia − x̄_a)/sd_a over all firms whose exposure a is known, clustered and dispersed
    /// together, or their difference would vanish; score = mean over the known a among EE01 to EE14. Its standard error
    /// √(Σ (se_ia/sd_a)²/m)/√k over the m exposures whose error is known, the other k − m taken as no surer: the error of
    /// measuring the parts, not the spread between them, which is a profile. Joint action: mean over the answered items of
    /// JA01 to JA07 on a closed scale, brought to 0 to 3; standard error sd·√(1 − α)·√(items/answered) with Cronbach's α
    /// clamped to [0, 1]; the four types likewise. A firm that has less than the least share of the parts is not scored.
    /// Joint action is a sum score: items count alike. When asked for, the score <c>joint_action_latent</c> follows: the graded
    /// response model with lognormal(0, 0.5) priors on slopes and normal(0, 2) on thresholds, fitted to the items that vary over
    /// all respondents, clustered and dispersed together; categories with fewer than 5 answers are merged; score and error are
    /// mean and standard deviation of the posterior, in standard deviations. Cost: firms × parts, and that of the fit. Source:
    /// Lord and Novick 1968; Samejima 1969, doi:10.1007/BF03372160; framework 1.6.
    /// </remarks>
    /// <param name="exposures">The exposures of all firms of the register, of the pooled sample.</param>
    /// <param name="survey">The survey; null when there is none.</param>
    /// <param name="options">Who is scored, and whether by the graded response model as well.</param>
    /// <param name="execution">Workers and progress of the graded response model.</param>
    /// <param name="cancellationToken">Stops the graded response model.</param>
    /// <returns>The scores; joint action is missing without a survey or items.</returns>
    public static FirmCollectiveEfficiencyResult Estimate(
        ExposureTable exposures, Survey? survey, FirmCollectiveEfficiencyOptions? options = null,
        ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(exposures);
        Require.That(
            survey?.Firms.All(firm => firm < exposures.FirmIds.Count) ?? true, nameof(survey),
            FormattableString.Invariant($"must be of firms of the register, which has {exposures.FirmIds.Count}"));
        options ??= new FirmCollectiveEfficiencyOptions();
        List<CollectiveEfficiencyScore> scores = [];
        List<Note> notes = [];
        Add(scores, EconomiesOf(exposures, options));
        if (survey is not null)
        {
            int firms = exposures.FirmIds.Count;
            string[] all = [.. JointActionGroup.All.SelectMany(group => group.Constructs).Distinct()];
            Add(scores, ActionsOf("joint_action", all, survey, firms, options));
            foreach (JointActionGroup type in JointActionGroup.Types)
            {
                Add(scores, ActionsOf($"joint_action_{type.Name}", type.Constructs, survey, firms, options));
            }

            Add(scores, options.Latent
                ? LatentJointAction.Of(survey, firms, ItemsOf(all, survey), options, notes, new LatentJointAction.Run(execution, cancellationToken))
                : null);
        }

        return new FirmCollectiveEfficiencyResult
        {
            Firms = exposures.FirmIds,
            Scores = scores,
            Notes = [.. NotesOf(scores), .. notes],
            Provenance = new Provenance(
                "collective-efficiency.firms", FormattableString.Invariant($"least_share = {options.LeastShare}, latent = {options.Latent}, latent_from = {options.LatentFrom}"), Source),
        };
    }

    private static void Add(List<CollectiveEfficiencyScore> scores, CollectiveEfficiencyScore? score)
    {
        if (score is not null)
        {
            scores.Add(score);
        }
    }

    private static CollectiveEfficiencyScore? EconomiesOf(ExposureTable exposures, FirmCollectiveEfficiencyOptions options)
    {
        (Exposure Exposure, double Spread, double[] Scores)[] parts = [.. exposures.Exposures
            .Where(exposure => exposure.AdvantageId.StartsWith("EE", StringComparison.Ordinal))
            .Select(exposure => (exposure, Math.Sqrt(Sums.Variance([.. exposure.Values.Where(value => !double.IsNaN(value))])), Standard.Scores(exposure.Values)))
            .Where(part => part.Item2 > 0)];
        if (parts.Length == 0)
        {
            return null;
        }

        int firms = exposures.FirmIds.Count;
        double[] values = new double[firms];
        double[] errors = new double[firms];
        int[] known = new int[firms];
        for (int firm = 0; firm < firms; firm++)
        {
            double[] own = [.. parts.Select(part => part.Scores[firm]).Where(value => !double.IsNaN(value))];
            double[] squares = [.. parts.Where(part => !double.IsNaN(part.Scores[firm]))
                .Select(part => part.Exposure.StandardErrors[firm] / part.Spread).Where(error => !double.IsNaN(error)).Select(error => error * error)];
            known[firm] = own.Length;
            bool enough = own.Length > 0 && own.Length >= options.LeastShare * parts.Length;
            values[firm] = enough ? Sums.Mean(own) : double.NaN;
            errors[firm] = enough && squares.Length > 0 ? Math.Sqrt(Sums.Mean(squares) / own.Length) : double.NaN;
        }

        return new CollectiveEfficiencyScore("external_economies", [.. parts.Select(part => part.Exposure.AdvantageId)], values, errors, known, double.NaN);
    }

    private static CollectiveEfficiencyScore? ActionsOf(
        string name, IReadOnlyList<string> constructs, Survey survey, int firms, FirmCollectiveEfficiencyOptions options)
    {
        int[] items = ItemsOf(constructs, survey);
        if (items.Length == 0)
        {
            return null;
        }

        double[][] levels = [.. items.Select(item => survey.Answers[item].Select(answer => ConstructLevels.LevelOf(survey.Items[item], answer)).ToArray())];
        int[] known = [.. Enumerable.Range(0, survey.Respondents).Select(firm => levels.Count(item => !double.IsNaN(item[firm])))];
        double[] means = [.. known.Select((answered, firm) => answered > 0 && answered >= options.LeastShare * items.Length
            ? ConstructMeans.MeanOfKnown(levels.Select(item => item[firm]))
            : double.NaN)];
        double alpha = AlphaOf([.. items.Select(item => survey.Items[item].Id)], levels);
        double[] errors = SumScoreError.Of(means, known, items.Length, alpha);
        return new CollectiveEfficiencyScore(
            name, [.. items.Select(item => survey.Items[item].Id)], survey.OverRegister(means, firms), survey.OverRegister(errors, firms),
            [.. survey.OverRegister([.. known.Select(answered => (double)answered)], firms).Select(answered => double.IsNaN(answered) ? 0 : (int)answered)],
            alpha);
    }

    private static int[] ItemsOf(IReadOnlyList<string> constructs, Survey survey) => [.. constructs.SelectMany(survey.ItemsOf).Where(
        item => survey.Items[item].IsClosed && survey.Answers[item].Any(answer => !double.IsNaN(answer)))];

    private static double AlphaOf(string[] ids, double[][] levels)
    {
        ItemResponses responses = new(ids, levels);
        return ids.Length >= 2 && responses.Complete().Respondents >= LeastComplete ? CronbachAlpha.Estimate(responses).Alpha : double.NaN;
    }

    private static Note[] NotesOf(List<CollectiveEfficiencyScore> scores)
    {
        string[] absent = [.. new[] { "external_economies", "joint_action" }.Where(name => scores.All(score => score.Name != name))];
        string[] without = [.. scores.Where(score => score.Values.Any(value => !double.IsNaN(value)) && score.StandardErrors.All(double.IsNaN))
            .Select(score => score.Name)];
        List<Note> notes = [];
        if (absent.Length > 0)
        {
            notes.Add(new Note(
                "not-measured", Severity.Information,
                $"Not measured: {string.Join(", ", absent)}. External economies need exposures that vary, joint action items of JA01 to JA07 on a closed scale."));
        }

        if (without.Length > 0)
        {
            notes.Add(new Note(
                "no-error", Severity.Warning,
                $"No standard error of measurement can be given for {string.Join(", ", without)}: it needs two items or sources for the same thing."));
        }

        return [.. notes];
    }
}
