using Karkhana.Core.Exchange;
using Karkhana.Data.Surveys;
using Karkhana.Methods.Psychometrics;

namespace Karkhana.Capability;

/// <summary>Scores each channel of learning from what firms say of their own improvement projects (block M).</summary>
public static class MechanismScores
{
    /// <summary>Scores all firms that answered.</summary>
    /// <remarks>
    /// Each indicator is brought to [0, 1]: share of a closed scale, else rank among the respondents, turned round where a
    /// high answer speaks against the channel; the score is the mean over the indicators that the firm answered, at least
    /// half of them. Two or three short indicators make a rough scale: alpha is told and the standard error of
    /// measurement follows from it (<see cref="SumScore"/>); a channel with one indicator has no standard error. Cost:
    /// items × firms. Source: framework 2.5 block M and 3.1; an operationalisation inspired by Caniëls and Romijn 2003,
    /// doi:10.1023/A:1027468505311.
    /// </remarks>
    /// <param name="firmIds">All firms of the register.</param>
    /// <param name="survey">The survey.</param>
    /// <param name="seed">The seed of the plausible values.</param>
    /// <param name="indicators">Which item speaks of which channel; the default list unless given.</param>
    /// <returns>One score per channel that an item of the survey speaks of.</returns>
    public static MechanismScoresResult Estimate(
        IReadOnlyList<string> firmIds, Survey survey, ulong seed, IReadOnlyList<MechanismIndicator>? indicators = null)
    {
        ArgumentNullException.ThrowIfNull(firmIds);
        ArgumentNullException.ThrowIfNull(survey);
        indicators ??= MechanismIndicator.Default;
        List<ChannelScore> scores = [];
        foreach (IGrouping<LearningChannel, MechanismIndicator> channel in indicators.GroupBy(indicator => indicator.Channel))
        {
            ScaledItems items = Items(survey, [.. channel]);
            SumScoreOptions options = new() { Seed = seed, Substream = Substream(channel.Key) };
            string construct = ChannelConstruct.Of(channel.Key);
            if (SumScore.Estimate(construct, firmIds, survey, items, options) is { } scored)
            {
                scores.Add(new ChannelScore(channel.Key, scored.Score, items.Responses.Items, scored.Reliability));
            }
            else if (items.Positions.Count == 1)
            {
                scores.Add(new ChannelScore(channel.Key, Single(construct, firmIds.Count, survey, items), items.Responses.Items, null));
            }
        }

        return new MechanismScoresResult(scores);
    }

    // The constructs of the survey take the first streams.
    private static int Substream(LearningChannel channel) => 100 + (int)channel;

    private static ScaledItems Items(Survey survey, MechanismIndicator[] indicators)
    {
        List<(int Position, double[] Values)> known = [];
        foreach (MechanismIndicator indicator in indicators)
        {
            int position = survey.Find(indicator.Item);
            if (position >= 0 && ScaledItems.Varies(survey.Answers[position]))
            {
                known.Add((position, Values(survey, position, indicator)));
            }
        }

        return new ScaledItems(
            [.. known.Select(item => item.Position)],
            new ItemResponses([.. known.Select(item => survey.Items[item.Position].Id)], [.. known.Select(item => item.Values)]),
            AreShares: true);
    }

    private static double[] Values(Survey survey, int position, MechanismIndicator indicator)
    {
        double[] values = indicator.Counted.Count == 0
            ? survey.UnitAnswers(position)
            : [.. survey.Answers[position].Select(answer => double.IsNaN(answer) ? double.NaN : indicator.Counted.Contains(answer) ? 1 : 0)];
        return indicator.Favours ? values : [.. values.Select(value => 1 - value)];
    }

    private static Score Single(string construct, int firms, Survey survey, ScaledItems items) => new(
        construct, survey.OverRegister(items.Responses.Answers[0], firms), [.. Enumerable.Repeat(double.NaN, firms)], "single-indicator", []);
}
