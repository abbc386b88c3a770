using Karkhana.Core.Errors;
using Karkhana.Core.Measures;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Answers of respondents to items.</summary>
/// <param name="Items">The item names.</param>
/// <param name="Answers">The answers by item, then by respondent; NaN is missing.</param>
public sealed record ItemResponses(IReadOnlyList<string> Items, IReadOnlyList<double[]> Answers)
{
    // Correlations divide by the product of two variances, which must neither vanish nor overflow.
    private const double LeastWidth = 1e-70;
    private const double MostWidth = 1e70;

    /// <summary>Gets the number of respondents.</summary>
    public int Respondents => Answers.Count == 0 ? 0 : Answers[0].Length;

    /// <summary>Gets the name of the input that messages use.</summary>
    internal string Input { get; init; } = "responses";

    /// <summary>Reads the input <c>responses</c> of a request.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The answers.</returns>
    public static ItemResponses Read(MeasureRequest request) => Read(request, "responses");

    /// <summary>Reads an input of a request that lists its columns under <c>items</c>.</summary>
    internal static ItemResponses Read(MeasureRequest request, string input)
    {
        ArgumentNullException.ThrowIfNull(request);
        BoundTable responses = request.Table(input);
        IReadOnlyList<string> items = responses.ColumnsOf("items");
        return new ItemResponses(items, [.. items.Select(responses.NumbersOf)]) { Input = input };
    }

    /// <summary>Refuses answers that cannot be compared: too few items, a name that comes twice, columns of unequal
    /// length, an answer beyond 1e100 whose square could not be added.</summary>
    internal ItemResponses Checked(int leastItems)
    {
        Require.That(
            Items.Count >= leastItems, Input, FormattableString.Invariant($"must hold at least {leastItems} items; it held {Items.Count}"));
        Require.SameLength(Items.Count, Answers.Count, nameof(Answers));
        string? twice = Items.GroupBy(item => item, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1)?.Key;
        Require.That(twice is null, Input, $"must name every item once; {twice} came twice");
        for (int item = 0; item < Items.Count; item++)
        {
            Require.SameLength(Respondents, Answers[item].Length, nameof(Answers));
            int row = Array.FindIndex(Answers[item], answer => Math.Abs(answer) > 1e100);
            Require.That(
                row < 0, Input,
                FormattableString.Invariant($"must hold answers within ±1e100; row {row + 1} of item {Items[item]} was {(row < 0 ? 0 : Answers[item][row])}"));
        }

        return this;
    }

    /// <summary>Keeps the respondents who answered every item and refuses when they are too few.</summary>
    /// <param name="leastRespondents">How many must be left.</param>
    /// <param name="within">Where the respondents belong, to end the message with.</param>
    internal ItemResponses CompleteAtLeast(int leastRespondents, string within = "")
    {
        ItemResponses complete = Complete();
        Require.That(
            complete.Respondents >= leastRespondents, Input,
            FormattableString.Invariant($"must hold at least {leastRespondents} respondents who answered every item{within}; it held {complete.Respondents}"));
        return complete;
    }

    /// <summary>Refuses items whose answers are all the same; the answers must be complete.</summary>
    /// <param name="within">Where the respondents belong, to follow an item in the message.</param>
    internal ItemResponses Varying(string within = "")
    {
        string[] constant = [.. Enumerable.Range(0, Items.Count).Where(item => !Varies(item)).Select(
            item => FormattableString.Invariant($"every answer to {Items[item]}{within} is {Answers[item][0]}"))];
        Require.That(constant.Length == 0, Input, $"must hold items that vary; {ResponseNotes.Listed(constant)}");
        string[] extreme = [.. Enumerable.Range(0, Items.Count).Select(item => (Name: Items[item], Width: Width(item)))
            .Where(item => item.Width is < LeastWidth or > MostWidth).Select(
                item => FormattableString.Invariant($"those to {item.Name}{within} span {item.Width}"))];
        Require.That(extreme.Length == 0, Input, FormattableString.Invariant(
            $"must hold answers that span {LeastWidth} to {MostWidth}, so that products of their variances are numbers; {ResponseNotes.Listed(extreme)}"));
        return this;
    }

    /// <summary>Says whether an item has at least two different answers.</summary>
    internal bool Varies(int item)
    {
        double[] known = [.. Answers[item].Where(answer => !double.IsNaN(answer))];
        return known.Length > 0 && Array.Exists(known, answer => answer != known[0]);
    }

    private double Width(int item)
    {
        double[] known = [.. Answers[item].Where(answer => !double.IsNaN(answer))];
        return known.Max() - known.Min();
    }

    /// <summary>Gives two of the items, with the respondents who answered both.</summary>
    internal ItemResponses Pair(int item, int other) =>
        new ItemResponses([Items[item], Items[other]], [Answers[item], Answers[other]]).Complete();

    /// <summary>Gives the sample in which each respondent comes so often.</summary>
    internal ItemResponses Repeated(IReadOnlyList<int> times)
    {
        int[] rows = [.. times.SelectMany((count, row) => Enumerable.Repeat(row, count))];
        return this with { Answers = [.. Answers.Select(answers => rows.Select(row => answers[row]).ToArray())] };
    }

    /// <summary>Keeps the respondents who answered every item.</summary>
    /// <returns>The answers without missing ones.</returns>
    public ItemResponses Complete()
    {
        foreach (double[] answers in Answers)
        {
            Require.SameLength(Respondents, answers.Length, nameof(Answers));
        }

        int[] rows = [.. Enumerable.Range(0, Respondents).Where(
            row => Answers.All(answers => !double.IsNaN(answers[row])))];
        return this with { Answers = [.. Answers.Select(answers => rows.Select(row => answers[row]).ToArray())] };
    }
}
