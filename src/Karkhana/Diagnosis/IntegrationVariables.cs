using Karkhana.Agglomeration;
using Karkhana.Capability;
using Karkhana.CollectiveEfficiency;
using Karkhana.Core.Exchange;
using Karkhana.Core.Inference;
using Karkhana.Core.Tables;
using Karkhana.Data.Studies;
using Karkhana.Data.Surveys;
using Karkhana.Learning;
using Karkhana.Methods.Networks;

namespace Karkhana.Diagnosis;

/// <summary>The sample that the equations of learning read, made from the parts of a diagnosis.</summary>
internal static class IntegrationVariables
{
    // Framework 2.5, block E: workers trained for more than three days.
    private const string TrainingItem = "E5";
    private const double Middle = 0.5;

    // Framework 2.5, block Y: capital at start in months of a skilled wage.
    private const string StartCapitalItem = "Y1";

    public static LearningSample Sample(Findings findings, ScoreTable scores)
    {
        (Focus focus, Survey survey) = (findings.Focus, findings.Study.Survey!);
        HashSet<int> surveyed = [.. survey.Firms];
        int[] kept = [.. Enumerable.Range(0, focus.Firms.Length).Where(i => surveyed.Contains(focus.Firms[i]))];
        int[] firms = [.. kept.Select(i => focus.Firms[i])];
        Dictionary<int, int> respondents = Enumerable.Range(0, survey.Respondents).ToDictionary(respondent => survey.Firms[respondent]);
        double[] weights = [.. firms.Select(firm => survey.Weights[respondents[firm]])];
        return new LearningSample(
            firms,
            [.. kept.Select(i => focus.Clustered[i])],
            findings.Study.Firms.Places.Length == 0 ? [.. firms.Select(_ => "")] : [.. firms.Select(firm => findings.Study.Firms.Places[firm])],
            findings.Exposures,
            WithChannels(scores, survey, findings),
            LearningControls.Of(findings.Study, firms))
        {
            Seed = findings.Seed,
            Points = [.. firms.Select(firm => (findings.Study.Firms.X[firm], findings.Study.Firms.Y[firm]))],
            Weights = weights.Distinct().Count() > 1 ? weights : [],
            Settings = Settings(findings, kept),
            Variables = Variables(findings, scores, firms, [.. firms.Select(firm => respondents[firm])]),
        };
    }

    private static ScoreTable WithChannels(ScoreTable scores, Survey survey, Findings findings) => scores with
    {
        Scores =
        [
            .. scores.Scores,
            .. MechanismScores.Estimate(scores.FirmIds, survey, findings.Seed).Channels.Select(channel => channel.Score),
        ],
    };

    private static Dictionary<string, double[]> Variables(Findings findings, ScoreTable scores, int[] firms, int[] respondents)
    {
        Survey survey = findings.Study.Survey!;
        Dictionary<string, double[]> all = new(StringComparer.Ordinal)
        {
            [HypothesisVariables.Performance] = [.. JointActionPerformanceInput.Of(survey, respondents).Performance],
            [HypothesisVariables.VerticalJointAction] = MeanExposure(findings.Exposures, "vertical", firms),
            [HypothesisVariables.HorizontalJointAction] = MeanExposure(findings.Exposures, "horizontal", firms),
        };
        if (StartScale(findings.Study, firms, respondents) is { } start)
        {
            all[HypothesisVariables.StartScale] = start;
        }

        if (survey.AnswersTo(TrainingItem) is { } training)
        {
            all[HypothesisVariables.Training] = [.. respondents.Select(respondent => training[respondent])];
        }

        if (scores.Find(Constructs.AbsorptiveCapacity) is { } capacity)
        {
            all[HypothesisVariables.Leader] = AboveMedian([.. firms.Select(firm => capacity.Values[firm])]);
        }

        if (findings.Network is { } network)
        {
            Graph received = network.Graph.Reversed();
            Dictionary<int, int> places = network.Firms.Select((firm, place) => (firm, place)).ToDictionary(pair => pair.firm, pair => pair.place);
            double[] Of(Func<int, double> value) => [.. firms.Select(firm => places.TryGetValue(firm, out int place) ? value(place) : double.NaN)];
            all[HypothesisVariables.Gatekeeper] = Of(place => network.Roles.Roles[place] == KnowledgeRole.TechnologicalGatekeeper ? 1 : 0);
            all[HypothesisVariables.PlaceGatekeepers] = PlaceGatekeepers(findings.Study.Firms.Places, firms, all[HypothesisVariables.Gatekeeper], network);
            all[HypothesisVariables.Openness] = Of(place => network.Roles.Openness[place]);
            all[HypothesisVariables.KnowledgeTies] = Of(place => network.Graph.Targets(place).Length + received.Targets(place).Length);
        }

        return all;
    }

    private static double[] PlaceGatekeepers(string[] places, int[] firms, double[] gatekeepers, KnowledgeNetwork network)
    {
        if (places.Length == 0)
        {
            return [.. firms.Select(_ => double.NaN)];
        }

        ILookup<string, int> standing = network.Firms.Where((_, place) => network.Roles.Roles[place] == KnowledgeRole.TechnologicalGatekeeper)
            .ToLookup(firm => places[firm]);
        return [.. firms.Select((firm, row) => double.IsNaN(gatekeepers[row]) ? double.NaN : Math.Log(1 + standing[places[firm]].Count() - gatekeepers[row]))];
    }

    private static string[] Settings(Findings findings, int[] kept)
    {
        PlaceSetting?[] settings = PlaceSettings.Estimate(findings.Study.Firms, findings.Focus.Firms, findings.Focus.Clustered);
        return [.. kept.Select(i => settings[i] is { } setting ? Words.Of(setting) : "")];
    }

    // Logarithms: that of workers in the first year, else of the capital at start, which nobody need have had.
    private static double[]? StartScale(Study study, int[] firms, int[] respondents)
    {
        Survey survey = study.Survey!;
        int[] items = [.. survey.ItemsOf(Constructs.StartScale)];
        double[] workers = [.. firms.Select((firm, i) =>
        {
            double[] told = [.. items.Select(item => survey.Answers[item][respondents[i]]).Where(answer => answer > 0)];
            return told.Length > 0 ? told.Average() : study.Firms.StartEmployment.Length > 0 ? study.Firms.StartEmployment[firm] : double.NaN;
        })];
        return workers.Any(known => known > 0) ? [.. workers.Select(known => known > 0 ? Math.Log(known) : double.NaN)]
            : survey.AnswersTo(StartCapitalItem) is { } capital ? [.. respondents.Select(respondent => Math.Log(1 + capital[respondent]))]
            : null;
    }

    private static double[] MeanExposure(ExposureTable exposures, string direction, int[] firms)
    {
        JointActionGroup group = JointActionGroup.All.Single(entry => entry.Axis == JointActionAxis.Direction && entry.Name == direction);
        Exposure[] known = [.. group.Constructs.Select(exposures.Find).OfType<Exposure>()];
        return [.. firms.Select(firm =>
        {
            double[] values = [.. known.Select(exposure => exposure.Values[firm]).Where(value => !double.IsNaN(value))];
            return values.Length == 0 ? double.NaN : values.Average();
        })];
    }

    private static double[] AboveMedian(double[] values)
    {
        double[] sorted = [.. values.Where(value => !double.IsNaN(value)).Order()];
        double median = sorted.Length == 0 ? double.NaN : Quantiles.Type7(sorted, Middle);
        return [.. values.Select(value => double.IsNaN(value) ? double.NaN : value > median ? 1 : 0)];
    }
}
