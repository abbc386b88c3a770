using System.Text.Json;
using Karkhana.Core.Exchange;
using Karkhana.Data.Surveys;

namespace Karkhana.Capability;

/// <summary>The items of a codebook that are steps of its ladder.</summary>
internal static class AnchorItems
{
    /// <summary>Gives the positions of the anchors, functions in the order of the matrix, items by id.</summary>
    public static int[] Of(Survey survey) => [.. survey.ItemsOf(Constructs.Capability).Where(item => IsAnchor(survey, item))
        .OrderBy(item => FunctionOrder(survey.Items[item].Function))
        .ThenBy(item => survey.Items[item].Id, StringComparer.Ordinal)];

    public static bool IsOnScale(Survey survey, int item) =>
        survey.Answers[item].All(answer => double.IsNaN(answer) || answer is >= 0 and <= 3)
        && survey.Items[item].Minimum is 0 or double.NaN
        && survey.Items[item].Maximum is 3 or double.NaN;

    // An item on another scale counts in the score, but no step of the ladder can be read from it.
    private static bool IsAnchor(Survey survey, int item) =>
        survey.Items[item].Complexity is >= 1 and <= 3
        && survey.Items[item].Function.Length > 0
        && IsOnScale(survey, item);

    private static int FunctionOrder(string function)
    {
        string[] known = [.. Enum.GetNames<LallFunction>().Select(JsonNamingPolicy.SnakeCaseLower.ConvertName)];
        int place = Array.IndexOf(known, function);
        return place < 0 ? known.Length : place;
    }
}
