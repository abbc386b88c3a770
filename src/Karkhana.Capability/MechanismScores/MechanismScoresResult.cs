using Karkhana.Core.Kernels;
using Karkhana.Core.Tables;

namespace Karkhana.Capability;

/// <summary>The channels of learning as firms report them.</summary>
/// <param name="Channels">One score per channel that was asked about.</param>
public sealed record MechanismScoresResult(IReadOnlyList<ChannelScore> Channels)
{
    /// <summary>Gives one row per channel.</summary>
    /// <returns>The table <c>mechanism_scores</c>.</returns>
    public Table ToTable()
    {
        double[][] known = [.. Channels.Select(channel => channel.Score.Values.Where(value => !double.IsNaN(value)).ToArray())];
        return Table.Of(
            "mechanism_scores",
            Column.Of("channel", Channels.Select(channel => (string?)Words.Of(channel.Channel)), "Channel", "Channel of learning."),
            Column.Of("items", Channels.Select(channel => (string?)string.Join(", ", channel.Items)), "Items", "Items that entered."),
            Column.Of("n", known.Select(values => values.Length), "Firms", "", "Firms with a score."),
            Column.Of(
                "estimate", known.Select(values => Sums.Mean(values)), "Mean", "0 to 1", "Mean over firms of the mean of the indicators.",
                recommended: true),
            Column.Of(
                "std_error", known.Select(values => Math.Sqrt(Sums.Variance(values) / values.Length)), "Standard error", "0 to 1",
                "Standard error of the mean over firms."),
            Column.Of(
                "alpha", Channels.Select(channel => channel.Reliability?.Alpha ?? double.NaN), "α", "",
                "Cronbach's alpha of the indicators; missing with one indicator."));
    }
}
