using Karkhana.Core.Tables;
using Karkhana.Methods.Econometrics;

namespace Karkhana.Learning;

/// <summary>The rows of some firms of a programme's panel, as the estimators read them.</summary>
internal static class ProgrammeSample
{
    public const string Outcome = "outcome";

    // No period of a panel, and no start of a programme.
    private const double Never = double.MinValue;

    /// <summary>Estimates the change of an arm against controls; null with too few firms on either side. By firm: the period from
    /// which on it is affected; infinity for controls, NaN for firms left out.</summary>
    public static (GroupTimeEffectsResult Effects, int Firms, int Controls)? Estimate(
        ProgrammePanel panel, ProgrammeFirms firms, double[] from, ProgrammeEvaluationOptions options, ProgrammeRun run)
    {
        int arm = from.Count(double.IsFinite);
        int controls = from.Count(double.IsPositiveInfinity);
        if (arm < ProgrammeEvaluation.LeastFirms || controls < ProgrammeEvaluation.LeastControls)
        {
            return null;
        }

        return (GroupTimeEffects.Estimate(
            Of(panel, firms, from), new GroupTimeEffectsOptions
            {
                Outcome = Outcome,
                Covariates = [.. panel.Covariates.Keys.Order(StringComparer.Ordinal)],
                Never = Never,
                Anticipation = options.Anticipation,
                Draws = options.Draws,
                Seed = options.Seed,
                Level = options.Level,
            },
            run.Execution,
            run.CancellationToken), arm, controls);
    }

    /// <summary>Estimates event time by dummies of cohort and relative period, as a second opinion.</summary>
    public static StaggeredEventStudyResult EventStudy(
        ProgrammePanel panel, ProgrammeFirms firms, double[] from, ProgrammeEvaluationOptions options, ProgrammeRun run) =>
        StaggeredEventStudy.Estimate(
            Of(panel, firms, from),
            new StaggeredEventStudyOptions { Outcome = Outcome, Never = Never, ReferencePeriod = -1 - options.Anticipation, Level = options.Level },
            run.Execution,
            run.CancellationToken);

    private static StaggeredSample Of(ProgrammePanel panel, ProgrammeFirms firms, double[] from)
    {
        int[] rows = [.. Enumerable.Range(0, panel.Rows).Where(row => !double.IsNaN(from[firms.Of[row]]))];
        RegressionSample observations = new(Table.Of(
            "sample",
            [
                Column.Of(Outcome, rows.Select(row => panel.Outcome[row])),
                .. panel.Covariates.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (Column)Column.Of(pair.Key, rows.Select(row => pair.Value[row]))),
            ]))
        {
            Clusters = panel.Place.Count == 0 || firms.HasOnePlace(from) ? [] : [[.. rows.Select(row => panel.Place[row])]],
        };
        return new StaggeredSample(
            new PanelSample(observations, Grouping.Of([.. rows.Select(row => (string?)panel.Firm[row])]), [.. rows.Select(row => panel.Period[row])]),
            [.. rows.Select(row => double.IsPositiveInfinity(from[firms.Of[row]]) ? Never : from[firms.Of[row]])]);
    }
}
