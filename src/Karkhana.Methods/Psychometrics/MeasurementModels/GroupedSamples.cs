using Karkhana.Core.Errors;

namespace Karkhana.Methods.Psychometrics;

/// <summary>The moments of complete answers by group: what every model of several groups is fitted to.</summary>
/// <param name="Groups">The groups, in order of appearance.</param>
/// <param name="Moments">Means and covariances by group.</param>
internal sealed record GroupedSamples(string[] Groups, GroupMoments[] Moments)
{
    /// <summary>Checks the groups and takes their moments.</summary>
    /// <param name="input">Answers and groups.</param>
    /// <param name="leastRespondents">How many complete respondents each group must have.</param>
    public static GroupedSamples Of(GroupedResponses input, int leastRespondents)
    {
        foreach (double[] answers in input.Responses.Answers)
        {
            Require.SameLength(input.Groups.Count, answers.Length, nameof(input.Groups));
        }

        string[] groups = [.. input.Groups.Distinct(StringComparer.Ordinal)];
        Require.That(groups.Length >= 2, nameof(input.Groups), FormattableString.Invariant(
            $"must hold at least two groups; there were {groups.Length}"));
        return new GroupedSamples(groups, [.. groups.Select(group => GroupMoments.Of(Sample(input, group, leastRespondents)))]);
    }

    private static FactorSample Sample(GroupedResponses input, string group, int least)
    {
        ItemResponses own = input.Responses with
        {
            Answers = [.. input.Responses.Answers.Select(answers => answers.Where((_, row) => input.Groups[row] == group).ToArray())],
        };
        int complete = own.Complete().Respondents;
        Require.That(complete >= least, nameof(input.Groups), FormattableString.Invariant(
            $"must each hold at least {least} respondents who answered every item; {group} had {complete}"));
        FactorSample sample = FactorSample.Of(own, leastItems: 3, $" in group {group}");
        sample.RequirePositiveDefinite("maximum likelihood", $" in group {group}");
        return sample;
    }
}
