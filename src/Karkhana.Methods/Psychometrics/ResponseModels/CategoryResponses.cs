using Karkhana.Core.Errors;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Answers as category numbers from 0, row by row.</summary>
public sealed class CategoryResponses
{
    /// <summary>The category number of an answer that is not there.</summary>
    public const sbyte Missing = -1;

    private const int MostCategories = sbyte.MaxValue;

    private readonly sbyte[] _categories;

    private CategoryResponses(IReadOnlyList<string> items, IReadOnlyList<double[]> values, sbyte[] categories)
    {
        Items = items;
        Values = values;
        _categories = categories;
    }

    /// <summary>Gets the item names.</summary>
    public IReadOnlyList<string> Items { get; }

    /// <summary>Gets the answer that each category of an item stands for, ascending.</summary>
    public IReadOnlyList<double[]> Values { get; }

    /// <summary>Gets the number of respondents.</summary>
    public int Respondents => Items.Count == 0 ? 0 : _categories.Length / Items.Count;

    /// <summary>Takes the distinct answers to each item, ascending, as its categories.</summary>
    /// <param name="responses">The answers.</param>
    /// <returns>The answers as categories; an item that nobody answered has none.</returns>
    /// <exception cref="ArgumentException">No item, lengths that differ, or an item with more than 127 different
    /// answers.</exception>
    public static CategoryResponses Observed(ItemResponses responses)
    {
        ArgumentNullException.ThrowIfNull(responses);
        double[][] values = [.. responses.Answers.Select(
            answers => answers.Where(answer => !double.IsNaN(answer)).Distinct().Order().ToArray())];
        return Coded(responses, values);
    }

    /// <summary>Takes whole numbers from the lowest category on as the categories of items with known
    /// parameters.</summary>
    /// <param name="responses">The answers; each item must have parameters.</param>
    /// <param name="parameters">The items' parameters, in any order.</param>
    /// <param name="lowestCategory">The answer that stands for the lowest category.</param>
    /// <returns>The answers to the items of <paramref name="responses"/> as categories, and the parameters in the same
    /// order.</returns>
    /// <exception cref="ArgumentException">An item without parameters, or an answer that is no category.</exception>
    public static (CategoryResponses Responses, ItemParameters Parameters) Of(
        ItemResponses responses, ItemParameters parameters, double lowestCategory)
    {
        ArgumentNullException.ThrowIfNull(responses);
        ArgumentNullException.ThrowIfNull(parameters);
        string? unknown = responses.Items.FirstOrDefault(item => !parameters.Items.Contains(item));
        Require.That(unknown is null, nameof(parameters), $"must have a row for each item of the responses; {unknown} has none");
        ItemParameters ordered = parameters.Only(responses.Items);
        double[][] values = [.. ordered.Thresholds.Select(
            steps => Enumerable.Range(0, steps.Length + 1).Select(c => lowestCategory + c).ToArray())];
        return (Coded(responses, values), ordered);
    }

    /// <summary>Gives the categories of a respondent, one per item; −1 is missing.</summary>
    /// <param name="respondent">The respondent.</param>
    /// <returns>The categories.</returns>
    public ReadOnlySpan<sbyte> Row(int respondent) => _categories.AsSpan(respondent * Items.Count, Items.Count);

    /// <summary>Gives the number of categories of an item.</summary>
    /// <param name="item">The item.</param>
    /// <returns>The number.</returns>
    public int CategoryCount(int item) => Values[item].Length;

    /// <summary>Gives the respondents who answered every item.</summary>
    internal int[] CompleteRows() => [.. Enumerable.Range(0, Respondents).Where(row => !Row(row).Contains(Missing))];

    /// <summary>Gives the same answers with categories joined.</summary>
    /// <param name="joined">The new number of each category, by item; may only stay or grow by 1 from one category to the
    /// next.</param>
    /// <returns>The answers in the new categories; each stands for its least answer.</returns>
    internal CategoryResponses Joined(IReadOnlyList<sbyte[]> joined)
    {
        sbyte[] categories = new sbyte[_categories.Length];
        for (int at = 0; at < categories.Length; at++)
        {
            categories[at] = _categories[at] == Missing ? Missing : joined[at % Items.Count][_categories[at]];
        }

        double[][] values = [.. Values.Select(
            (own, item) => own.Where((_, c) => c == 0 || joined[item][c] != joined[item][c - 1]).ToArray())];
        return new CategoryResponses(Items, values, categories);
    }

    private static CategoryResponses Coded(ItemResponses responses, double[][] values)
    {
        Require.That(responses.Items.Count > 0, nameof(responses), "must hold at least one item; it held none");
        int items = responses.Items.Count;
        sbyte[] categories = new sbyte[items * responses.Respondents];
        for (int item = 0; item < items; item++)
        {
            double[] answers = responses.Answers[item];
            Require.SameLength(responses.Respondents, answers.Length, nameof(responses));
            Require.That(
                values[item].Length <= MostCategories, nameof(responses),
                FormattableString.Invariant($"must have at most {MostCategories} categories per item; {responses.Items[item]} had {values[item].Length}"));
            for (int row = 0; row < answers.Length; row++)
            {
                categories[(row * items) + item] = Code(responses.Items[item], values[item], answers[row], row);
            }
        }

        return new CategoryResponses(responses.Items, values, categories);
    }

    private static sbyte Code(string item, double[] values, double answer, int row)
    {
        if (double.IsNaN(answer))
        {
            return Missing;
        }

        int category = Array.BinarySearch(values, answer);
        if (category < 0) // the words are made only when needed: this runs over millions of answers
        {
            Require.That(
                false, "responses",
                FormattableString.Invariant(
                    $"must be one of the categories {string.Join(", ", values.Select(value => FormattableString.Invariant($"{value}")))} in item {item}; row {row + 1} was {answer}"));
        }

        return (sbyte)category;
    }
}
