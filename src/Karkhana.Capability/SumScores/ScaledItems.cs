using Karkhana.Core.Kernels;
using Karkhana.Data.Surveys;
using Karkhana.Methods.Psychometrics;

namespace Karkhana.Capability;

/// <summary>The answers to the items of one scale, brought to one unit, high meaning much of the construct.</summary>
/// <param name="Positions">The positions of the items in the survey.</param>
/// <param name="Responses">The answers by item, then by respondent.</param>
/// <param name="AreShares">Whether all lie on [0, 1] by one closed scale; else they were standardised.</param>
public sealed record ScaledItems(IReadOnlyList<int> Positions, ItemResponses Responses, bool AreShares)
{
    /// <summary>Takes the items of a construct that vary: shares of the scale when all have the same closed scale, else
    /// standardised answers.</summary>
    /// <param name="construct">The construct.</param>
    /// <param name="survey">The survey.</param>
    /// <returns>The items; there may be none.</returns>
    public static ScaledItems Of(string construct, Survey survey)
    {
        ArgumentNullException.ThrowIfNull(survey);
        int[] items = [.. survey.ItemsOf(construct).Where(item => Varies(survey.Answers[item]))];
        bool sameScale = SameScale(survey, items);
        double[][] answers = [.. items.Select(item => sameScale
            ? survey.UnitAnswers(item)
            : Standard.Scores(survey.Items[item].Reverse ? [.. survey.Answers[item].Select(answer => -answer)] : survey.Answers[item]))];
        return new ScaledItems(
            items, new ItemResponses([.. items.Select(item => survey.Items[item].Id)], answers), sameScale);
    }

    /// <summary>Says whether answers take at least two values.</summary>
    /// <param name="answers">The answers; NaN is missing.</param>
    /// <returns>True when they vary.</returns>
    public static bool Varies(double[] answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        return answers.Where(answer => !double.IsNaN(answer)).Distinct().Take(2).Count() == 2;
    }

    private static bool SameScale(Survey survey, int[] items) => items.All(item =>
        survey.Items[item].IsClosed
        && survey.Items[item].Minimum == survey.Items[items[0]].Minimum
        && survey.Items[item].Maximum == survey.Items[items[0]].Maximum);
}
