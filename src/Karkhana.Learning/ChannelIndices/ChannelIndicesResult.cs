using Karkhana.Core.Exchange;
using Karkhana.Core.Tables;

namespace Karkhana.Learning;

/// <summary>The channel indices of all firms.</summary>
/// <param name="FirmIds">The firms.</param>
/// <param name="Channels">The channels.</param>
/// <param name="Values">The indices by channel, then by firm.</param>
/// <param name="Coverage">The share of the channel's strength whose exposure was known, by channel, then by
/// firm.</param>
public sealed record ChannelIndicesResult(
    IReadOnlyList<string> FirmIds,
    IReadOnlyList<LearningChannel> Channels,
    IReadOnlyList<double[]> Values,
    IReadOnlyList<double[]> Coverage)
{
    /// <summary>Gives the indices of a channel.</summary>
    /// <param name="channel">The channel.</param>
    /// <returns>One per firm; NaN for all when the matrix lacks the channel.</returns>
    public IReadOnlyList<double> Of(LearningChannel channel)
    {
        for (int c = 0; c < Channels.Count; c++)
        {
            if (Channels[c] == channel)
            {
                return Values[c];
            }
        }

        return [.. Enumerable.Repeat(double.NaN, FirmIds.Count)];
    }

    /// <summary>Gives one row per firm and channel whose index is known.</summary>
    /// <returns>The table <c>channel_indices</c>.</returns>
    public Table ToTable()
    {
        (int Channel, int Firm)[] known = [.. Enumerable.Range(0, Channels.Count).SelectMany(channel => Enumerable.Range(0, FirmIds.Count)
            .Where(firm => !double.IsNaN(Values[channel][firm])).Select(firm => (channel, firm)))];
        return Table.Of(
            "channel_indices",
            Column.Of("firm", known.Select(row => FirmIds[row.Firm]), "Firm", "Firm id of the register."),
            Column.Of(
                "channel", known.Select(row => (string?)Words.Of(Channels[row.Channel])), "Channel",
                "Channel of learning."),
            Column.Of(
                "estimate", known.Select(row => Values[row.Channel][row.Firm]), "Index", "−1 to 1",
                "Exposure weighted by the matrix.", recommended: true),
            Column.Of(
                "coverage", known.Select(row => Coverage[row.Channel][row.Firm]), "Coverage", "share",
                "Share of the channel's strength whose exposure was known."));
    }
}
