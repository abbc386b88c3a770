namespace Karkhana.Methods.Psychometrics;

/// <summary>How many respondents chose each category.</summary>
internal static class AnswerCounts
{
    /// <summary>Counts, item by item.</summary>
    public static int[][] Of(CategoryResponses responses)
    {
        int[][] counts = [.. responses.Values.Select(values => new int[values.Length])];
        for (int row = 0; row < responses.Respondents; row++)
        {
            ReadOnlySpan<sbyte> answers = responses.Row(row);
            for (int item = 0; item < answers.Length; item++)
            {
                if (answers[item] != CategoryResponses.Missing)
                {
                    counts[item][answers[item]]++;
                }
            }
        }

        return counts;
    }
}
