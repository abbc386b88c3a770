using Karkhana.Core.Errors;
using Karkhana.Core.Measures;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Answers of respondents to items.</summary>
/// <param name="Items">The item names.</param>
/// <param name="Answers">The answers by item, then by respondent; NaN is missing.</param>
public sealed record ItemResponses(IReadOnlyList<string> Items, IReadOnlyList<double[]> Answers)
{
    /// <summary>Gets the number of respondents.</summary>
    public int Respondents => Answers.Count == 0 ? 0 : Answers[0].Length;

    /// <summary>Reads the input <c>responses</c> of a request.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The answers.</returns>
    public static ItemResponses Read(MeasureRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        BoundTable responses = request.Table("responses");
        IReadOnlyList<string> items = responses.ColumnsOf("items");
        return new ItemResponses(items, [.. items.Select(responses.NumbersOf)]);
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
