using Karkhana.Core.Tables;

namespace Karkhana.Core.Exchange;

/// <summary>The name under which the score of a channel of learning stands in a <see cref="ScoreTable"/>.</summary>
public static class ChannelConstruct
{
    /// <summary>Gives the name.</summary>
    /// <param name="channel">The channel.</param>
    /// <returns>The construct: <c>mechanism_cost_of_effort</c>.</returns>
    public static string Of(LearningChannel channel) => $"mechanism_{Words.Of(channel)}";
}
