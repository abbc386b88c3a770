using Karkhana.Core.Randomness;
using Karkhana.Data.Surveys;

namespace Karkhana.Examples.PunjabFarmEquipment;

/// <summary>What a maker answers when it is asked again.</summary>
internal static class SecondVisit
{
    private const int Revisiting = 8;

    /// <summary>Gives the answers of a second visit in the order of the codebook.</summary>
    public static object[] Cells(Answers answers, int respondent, ulong seed)
    {
        RandomStream stream = new(seed, RandomPurpose.SyntheticAnswers, Revisiting, respondent);
        return [.. Codebook.Items.Select(item =>
        {
            (double uniform, double lost, double noise) = (stream.NextDouble(), stream.NextDouble(), stream.NextGaussian());
            double again = uniform < InterviewParameters.AnsweredOtherwise && item.Expected is null
                ? Otherwise(item, answers.Value(item, respondent), noise)
                : item.Expected ?? answers.Value(item, respondent);
            return answers.Code(item, respondent) == MissingCode.NotApplicable ? "not_applicable"
                : lost < InterviewParameters.NotKnownAgain ? "dont_know"
                : (object)again;
        })];
    }

    private static double Otherwise(Item item, double answer, double noise)
    {
        double size = Math.Abs(item.Minimum > 0 ? answer - item.Minimum : answer); // years count from the earliest one
        double step = item.Scale is "N" or "P" && !item.IsStepped ? Math.Max(1, Math.Round(0.1 * size)) : 1;
        double other = answer + (noise < 0 ? -step : step);
        return other < item.Minimum ? answer + step : other > item.Maximum ? answer - step : other;
    }
}
