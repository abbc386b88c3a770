using Karkhana.Data.Surveys;
using Karkhana.Learning;

namespace Karkhana.Diagnosis;

/// <summary>What a survey says of who does each process, and of the market that firms sell to.</summary>
internal static class MakeOrBuyInput
{
    /// <summary>The construct of the items that ask, one per process, who did it last: 0 the firm itself, 1 a local firm, 2 a firm elsewhere, 3 nobody, for the product does not need it.</summary>
    public const string Stages = "EE03_stages";

    /// <summary>The construct of the items that ask for sales to the upper segment.</summary>
    public const string MarketType = "market_type";

    private const int NotNeeded = 3;

    /// <summary>Gives the sample; null where the survey asks for no process or no market.</summary>
    public static MakeOrBuySample? Of(Findings findings)
    {
        Survey survey = findings.Study.Survey!;
        (int[] stages, int[] market) = (survey.ItemsOf(Stages), survey.ItemsOf(MarketType));
        if (stages.Length == 0 || market.Length == 0)
        {
            return null;
        }

        double[][] shares = [.. market.Select(survey.UnitAnswers)];
        IReadOnlyDictionary<string, double[]> controls = LearningControls.Of(findings.Study, survey.Firms);
        string[] places = findings.Study.Firms.Places;
        return new MakeOrBuySample(
            [.. survey.Firms.Select(firm => findings.Study.Firms.Ids[firm])],
            [.. survey.Firms.Select(firm => places.Length == 0 ? "" : places[firm])],
            stages.ToDictionary(item => survey.Items[item].Id, item => survey.Answers[item].Select(Bought).ToArray(), StringComparer.Ordinal),
            [.. Enumerable.Range(0, survey.Respondents).Select(respondent => Mean([.. shares.Select(share => share[respondent]).Where(share => !double.IsNaN(share))]))])
        {
            Controls = controls.Where(control => control.Key == LearningControls.Size).ToDictionary(),
        };
    }

    private static double Bought(double answer) => double.IsNaN(answer) || answer == NotNeeded ? double.NaN : answer > 0 ? 1 : 0;

    private static double Mean(double[] known) => known.Length == 0 ? double.NaN : Core.Kernels.Sums.Mean(known);
}
