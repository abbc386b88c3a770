using Karkhana.Capability;
using Karkhana.Core.Errors;
using Karkhana.Core.Exchange;
using Karkhana.Core.Execution;
using Karkhana.Data.Studies;
using Karkhana.Data.Surveys;
using Karkhana.Data.Ties;
using Karkhana.Learning;

namespace Karkhana.Diagnosis;

/// <summary>Plans the next study on the design of this one.</summary>
public static class StudyPlanning
{
    /// <summary>Plans a study.</summary>
    /// <remarks>Takes places, status, scores with their errors, missing answers and the knowledge network from the study; all
    /// else is <see cref="StudyPlan"/>. Cost: the scores, and the simulations.</remarks>
    /// <param name="study">The study; it must have a survey.</param>
    /// <param name="options">Level, power, sizes, simulations; the seed of the study where null.</param>
    /// <param name="responseRate">The share of invited firms that is expected to answer.</param>
    /// <param name="execution">Workers and progress.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="ArgumentException">The study has no survey, or fewer than 10 interviewed firms.</exception>
    public static StudyPlanResult Run(
        Study study, StudyPlanOptions? options = null, double responseRate = 1, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(study);
        options ??= new StudyPlanOptions { Seed = study.Settings.Seed };
        Focus focus = Focus.Of(study, null, null);
        Survey? survey = study.Survey?.Of(focus.Firms);
        Require.That(survey is not null, nameof(study), "must have a survey to take a design from; it has none of the firms of its industry");
        FirmScores scores = FirmScores.Of(
            study.Firms.Ids, survey!, new ConstructScoreOptions { Seed = options.Seed }, execution, cancellationToken);
        HashSet<int> surveyed = [.. survey!.Firms];
        int[] kept = [.. Enumerable.Range(0, focus.Firms.Length).Where(i => surveyed.Contains(focus.Firms[i]))];
        int[] firms = [.. kept.Select(i => focus.Firms[i])];
        LearningSample sample = new(
            firms,
            [.. kept.Select(i => focus.Clustered[i])],
            study.Firms.Places.Length == 0 ? [.. firms.Select(_ => "")] : [.. firms.Select(firm => study.Firms.Places[firm])],
            new ExposureTable(study.Firms.Ids, []),
            scores.Scores,
            new Dictionary<string, double[]>())
        {
            Seed = options.Seed,
        };
        return StudyPlan.Estimate(
            WithNetwork(
                new StudyDesign(sample, focus.Firms.Length)
                {
                    ItemNonResponse = Unanswered(survey),
                    ResponseRate = responseRate,
                    Synthetic = study.IsSynthetic,
                },
                study, focus, surveyed),
            options, execution, cancellationToken);
    }

    private static StudyDesign WithNetwork(StudyDesign design, Study study, Focus focus, HashSet<int> surveyed)
    {
        TieTable? knowledge = study.Ties?.OfKind(TieKinds.Advice);
        HashSet<int> tied = knowledge is null ? [] : [.. knowledge.From, .. knowledge.To];
        int[] firms = [.. focus.Firms.Where(tied.Contains)];
        return knowledge is null || firms.Length == 0 ? design : design with
        {
            Network = KnowledgeNetwork.GraphOf(knowledge, firms),
            RosterResponse = firms.Count(surveyed.Contains) / (double)firms.Length,
        };
    }

    // Of the questions that were put and apply.
    private static double Unanswered(Survey survey)
    {
        (int asked, int missing) = (0, 0);
        foreach (MissingCode code in survey.Missing.SelectMany(item => item))
        {
            asked += code is MissingCode.NotAsked or MissingCode.NotApplicable ? 0 : 1;
            missing += code is MissingCode.DontKnow or MissingCode.Refused ? 1 : 0;
        }

        return asked == 0 ? 0 : missing / (double)asked;
    }
}
