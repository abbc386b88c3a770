using Karkhana.Core.Exchange;
using Karkhana.Data.Studies;

namespace Karkhana.Diagnosis;

/// <summary>What the regressions hold equal: size from the register, and survey items of the construct
/// <c>control</c>.</summary>
internal static class LearningControls
{
    /// <summary>The name of size.</summary>
    public const string Size = "workers_(log)";

    private const string Construct = Constructs.Control;

    public static IReadOnlyDictionary<string, double[]> Of(Study study, int[] firms)
    {
        Dictionary<string, double[]> controls = new(StringComparer.Ordinal);
        if (study.Firms.Employment.Length > 0)
        {
            controls[Size] = [.. firms.Select(firm => Math.Log(Math.Max(1, study.Firms.Employment[firm])))];
        }

        if (study.Survey is { } survey)
        {
            Dictionary<int, int> respondents = Enumerable.Range(0, survey.Respondents).ToDictionary(
                respondent => survey.Firms[respondent]);
            foreach (int item in survey.ItemsOf(Construct))
            {
                controls[survey.Items[item].Id] = [.. firms.Select(firm => respondents.TryGetValue(firm, out int respondent) ? survey.Answers[item][respondent] : double.NaN)];
            }
        }

        return controls;
    }
}
