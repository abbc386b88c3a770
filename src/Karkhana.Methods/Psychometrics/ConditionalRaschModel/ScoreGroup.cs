using Karkhana.Core.Errors;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Respondents who answered the same items, by raw score.</summary>
/// <param name="Items">The items they answered.</param>
/// <param name="Counts">How many had each raw score; those with the least or greatest are left out.</param>
internal sealed record ScoreGroup(int[] Items, int[] Counts)
{
    /// <summary>Groups respondents.</summary>
    /// <param name="responses">The answers; category numbers are scores.</param>
    /// <param name="rows">The respondents to take.</param>
    /// <param name="steps">The highest category of each item.</param>
    /// <returns>The groups; how often each category of each item was answered by those in them; how many respondents are in
    /// none, for their score is the least or greatest that their items allow.</returns>
    public static (ScoreGroup[] Groups, double[][] Answers, int Extreme) Of(
        CategoryResponses responses, IEnumerable<int> rows, int[] steps)
    {
        Dictionary<string, ScoreGroup> groups = new(StringComparer.Ordinal);
        double[][] answers = [.. steps.Select(most => new double[most + 1])];
        int extreme = 0;
        foreach (int row in rows)
        {
            ReadOnlySpan<sbyte> given = responses.Row(row);
            int[] items = Answered(given);
            int most = items.Sum(item => steps[item]);
            int score = Score(given);
            if (score == 0 || score == most)
            {
                extreme++;
                continue;
            }

            string pattern = string.Join(',', items);
            if (!groups.TryGetValue(pattern, out ScoreGroup? group))
            {
                groups.Add(pattern, group = new ScoreGroup(items, new int[most + 1]));
            }

            group.Counts[score]++;
            foreach (int item in items)
            {
                answers[item][given[item]]++;
            }
        }

        return ([.. groups.Values], answers, extreme);
    }

    /// <summary>Gives the raw score of a respondent; missing answers add nothing.</summary>
    public static int Score(ReadOnlySpan<sbyte> answers)
    {
        int score = 0;
        foreach (sbyte answer in answers)
        {
            score += Math.Max((int)answer, 0);
        }

        return score;
    }

    /// <summary>Takes answers 0, 1, 2, … as categories.</summary>
    /// <exception cref="ArgumentException">An answer is no whole number from 0 on, or a category is skipped.</exception>
    public static CategoryResponses Coded(ItemResponses responses)
    {
        CategoryResponses coded = CategoryResponses.Observed(responses);
        for (int item = 0; item < coded.Items.Count; item++)
        {
            double[] values = coded.Values[item];
            bool counted = values.Length > 0 && values.Select((value, c) => value == c).All(whole => whole);
            Require.That(
                counted, nameof(responses),
                FormattableString.Invariant($"must be 0, 1, 2, ... without a gap in each item; {coded.Items[item]} has {(values.Length == 0 ? "no answer" : string.Join(", ", values.Select(value => FormattableString.Invariant($"{value}"))))}"));
        }

        return coded;
    }

    private static int[] Answered(ReadOnlySpan<sbyte> answers)
    {
        List<int> items = [];
        for (int item = 0; item < answers.Length; item++)
        {
            if (answers[item] != CategoryResponses.Missing)
            {
                items.Add(item);
            }
        }

        return [.. items];
    }
}
