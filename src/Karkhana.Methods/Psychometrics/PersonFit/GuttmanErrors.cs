namespace Karkhana.Methods.Psychometrics;

/// <summary>Counts pairs of steps in which the popular one was failed and the less popular one passed.</summary>
/// <remarks>Step c of an item is passed by the answers from category c on; its popularity is the share that passed it among
/// those who answered the item. Pairs of equal popularity are no errors. Source: Guttman 1944, doi:10.2307/2086306;
/// Molenaar 1991.</remarks>
internal sealed class GuttmanErrors
{
    private readonly CategoryResponses _responses;
    private readonly (int Item, int Category, double Popularity)[] _steps; // most popular first
    private readonly bool _binary;

    public GuttmanErrors(CategoryResponses responses)
    {
        _responses = responses;
        _binary = Enumerable.Range(0, responses.Items.Count).All(item => responses.CategoryCount(item) == 2);
        _steps = [.. Enumerable.Range(0, responses.Items.Count).SelectMany(Steps).OrderByDescending(step => step.Popularity)];
    }

    /// <summary>Gives the errors of a respondent, and their share of passed × failed items when all items have two
    /// categories.</summary>
    public (double Errors, double Normed) Of(int respondent)
    {
        ReadOnlySpan<sbyte> answers = _responses.Row(respondent);
        (long errors, long passed, long failed, long failedBefore) = (0, 0, 0, 0);
        for (int i = 0; i < _steps.Length; i++)
        {
            (int item, int category, double popularity) = _steps[i];
            if (i > 0 && popularity < _steps[i - 1].Popularity)
            {
                failedBefore = failed;
            }

            if (answers[item] != CategoryResponses.Missing)
            {
                bool pass = answers[item] >= category;
                errors += pass ? failedBefore : 0;
                passed += pass ? 1 : 0;
                failed += pass ? 0 : 1;
            }
        }

        bool answered = passed + failed > 0;
        return (answered ? errors : double.NaN, _binary && passed * failed > 0 ? errors / (double)(passed * failed) : double.NaN);
    }

    private IEnumerable<(int Item, int Category, double Popularity)> Steps(int item)
    {
        int categories = _responses.CategoryCount(item);
        double[] counts = new double[categories];
        for (int row = 0; row < _responses.Respondents; row++)
        {
            sbyte category = _responses.Row(row)[item];
            if (category != CategoryResponses.Missing)
            {
                counts[category]++;
            }
        }

        return Enumerable.Range(1, categories - 1).Select(
            category => (item, category, counts.Length == 0 ? 0 : counts[category..].Sum() / counts.Sum()));
    }
}
