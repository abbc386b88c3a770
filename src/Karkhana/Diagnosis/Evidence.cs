using Karkhana.Core.Exchange;
using Karkhana.Data.Studies;
using Karkhana.Data.Surveys;
using Karkhana.Learning;

namespace Karkhana.Diagnosis;

/// <summary>Counts the data of a study that claims need.</summary>
internal static class Evidence
{
    /// <summary>Counts; firms of the comparison are those that its main estimate uses, none before it was made.</summary>
    public static IReadOnlyDictionary<string, double> Of(
        Study study, Focus focus, KnowledgeNetwork? network, ProgrammeFindings? programme, ClusterComparisonResult? comparison = null)
    {
        (double clusteredUsed, double dispersedUsed, double overlap) = Compared(comparison?.Main(Constructs.Capability));
        Survey? survey = study.Survey;
        HashSet<int> surveyed = survey is null ? [] : [.. survey.Firms.Intersect(focus.Firms)];
        int clustered = focus.ClusteredFirms.Count(surveyed.Contains);
        int dispersed = focus.DispersedFirms.Count(surveyed.Contains);
        return new Dictionary<string, double>
        {
            ["industries"] = study.Firms.Industries.Distinct().Count(),
            ["focal_establishments"] = focus.Firms.Length,
            ["survey_firms"] = surveyed.Count,
            ["effort_firms"] = Answering(survey, surveyed, Constructs.Effort),
            ["surveyed_groups"] = Math.Max(Math.Sign(clustered) + Math.Sign(dispersed), PlacesOf(study, surveyed)),
            ["mechanism_firms"] = Answering(survey, surveyed, Constructs.Mechanism),
            ["clustered_comparators"] = clusteredUsed,
            ["dispersed_comparators"] = dispersedUsed,
            ["comparison_overlap"] = overlap,
            ["roster_response"] = Answered(network),
            ["network_rank"] = network?.Peers.Rank ?? 0,

            // Of the programme, where the study says who takes part in one.
            ["pre_periods"] = programme?.PeriodsBefore ?? 0,
            ["comparison_groups"] = Convert.ToDouble(programme?.HasComparison ?? dispersed > 0),
        };
    }

    private static (double Clustered, double Dispersed, double Overlap) Compared(ComparisonEstimate? main) => main is null
        ? (0, 0, 0)
        : (main.Clustered, main.Dispersed, main.Gap is null ? 0 : 1 - (main.Trimmed / (main.Clustered + main.Dispersed)));

    private static double Answered(KnowledgeNetwork? network) => network is null || double.IsNaN(network.Response) ? 0 : network.Response;

    private static int PlacesOf(Study study, HashSet<int> surveyed) =>
        study.Firms.Places.Length == 0 ? 0 : surveyed.Select(firm => study.Firms.Places[firm]).Distinct().Count();

    private static int Answering(Survey? survey, HashSet<int> firms, string construct) => survey is null
        ? 0
        : Enumerable.Range(0, survey.Respondents).Count(
            respondent => firms.Contains(survey.Firms[respondent]) && survey.ItemsOf(construct).Any(
                item => !double.IsNaN(survey.Answers[item][respondent])));
}
