using Karkhana.Core.Tables;
using Karkhana.Data.Surveys;
using Karkhana.Methods.Psychometrics;

namespace Karkhana.Capability;

/// <summary>Whether firms give the same answers when they are visited again.</summary>
public static class DoubleVisits
{
    /// <summary>The kappa that answers of the same firm should reach (framework 2.7).</summary>
    public const double LeastKappa = 0.6;

    /// <summary>Pairs the answers of first and second visits.</summary>
    /// <remarks>Agreement: share of exactly equal answers among firms that answered both times; it is high by chance where
    /// one answer is common, and low for counts and percentages. Kappa takes chance out, on closed scales; 0.6 is asked for
    /// (framework 2.7). Attention checks are left out. Cost: items × second visits. Source: Cohen 1960,
    /// doi:10.1177/001316446002000104; Cohen 1968, doi:10.1037/h0026256.</remarks>
    /// <param name="survey">The survey.</param>
    /// <returns>One entry per item; none without second visits.</returns>
    public static IReadOnlyList<VisitAgreement> Estimate(Survey survey)
    {
        ArgumentNullException.ThrowIfNull(survey);
        if (survey.SecondVisits is not { Respondents: > 0 } second)
        {
            return [];
        }

        Dictionary<int, int> at = survey.Firms.Select((firm, respondent) => (firm, respondent)).ToDictionary(
            pair => pair.firm, pair => pair.respondent);
        int[] again = [.. Enumerable.Range(0, second.Respondents).Where(i => at.ContainsKey(second.Firms[i]))];
        return [.. Enumerable.Range(0, survey.Items.Count).Where(item => !survey.Items[item].IsAttentionCheck).Select(
            item =>
            {
                int[] both = [.. again.Where(i => !double.IsNaN(second.Answers[item][i])
                    && !double.IsNaN(survey.Answers[item][at[second.Firms[i]]]))];
                return new VisitAgreement(
                    survey.Items[item],
                    [.. both.Select(i => second.Firms[i])],
                    [.. both.Select(i => survey.Answers[item][at[second.Firms[i]]])],
                    [.. both.Select(i => second.Answers[item][i])]);
            })];
    }

    /// <summary>Gives the agreement by item as a table.</summary>
    /// <param name="visits">The pairs.</param>
    /// <returns>The table <c>double_visits</c>.</returns>
    public static Table ToTable(IReadOnlyList<VisitAgreement> visits)
    {
        CohenKappaResult?[] kappas = [.. visits.Select(visit => visit.Kappa)];
        return Table.Of(
            "double_visits",
            Column.Of("item", visits.Select(visit => (string?)visit.Item.Id), "Item", "Item of the codebook."),
            Column.Of("block", visits.Select(visit => (string?)visit.Item.Block), "Block", "Block of the questionnaire."),
            Column.Of("scale", visits.Select(visit => (string?)visit.Item.Scale), "Scale", "Name of the scale."),
            Column.Of("n", visits.Select(visit => visit.Firms.Count), "Firms", "", "Firms that answered both times."),
            Column.Of(
                "agreement", visits.Select(visit => visit.Agreement), "Agreement", "share",
                "Firms that gave the same answer twice.", recommended: true),
            Column.Of(
                "mean_difference", visits.Select(visit => visit.MeanDifference), "Difference", "",
                "Mean of the second answer less the first."),
            Column.Of(
                "kappa", kappas.Select(kappa => kappa?.Kappa ?? double.NaN), "Kappa", "",
                "Agreement beyond chance on closed scales: quadratic weights, none for yes and no. 0.6 or more is asked for."),
            Column.Of("conf_low", kappas.Select(kappa => kappa?.Low ?? double.NaN), "κ from", "", "Lower end of the 95 % interval of kappa."),
            Column.Of("conf_high", kappas.Select(kappa => kappa?.High ?? double.NaN), "κ to", "", "Upper end of the 95 % interval of kappa."));
    }

    /// <summary>Gives the paired answers, one row per item and firm, for statistics of agreement.</summary>
    /// <remarks>The rows are answers of single firms: not for publication.</remarks>
    /// <param name="visits">The pairs.</param>
    /// <param name="firmIds">The ids of the register.</param>
    /// <returns>The table <c>paired_answers</c>.</returns>
    public static Table ToPairs(IReadOnlyList<VisitAgreement> visits, IReadOnlyList<string> firmIds) => Table.Of(
        "paired_answers",
        Column.Of("item", visits.SelectMany(visit => visit.Firms.Select(_ => (string?)visit.Item.Id)), "Item", "Item of the codebook."),
        Column.Of("firm_id", visits.SelectMany(visit => visit.Firms.Select(firm => (string?)firmIds[firm])), "Firm", "Firm of the register."),
        Column.Of("first", visits.SelectMany(visit => visit.First), "First", "", "Answer of the first visit."),
        Column.Of("second", visits.SelectMany(visit => visit.Second), "Second", "", "Answer of the second visit."));
}
