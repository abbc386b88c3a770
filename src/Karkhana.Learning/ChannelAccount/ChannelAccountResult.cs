using Karkhana.Core.Exchange;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Learning;

/// <summary>The channel account of all advantages.</summary>
/// <param name="Advantages">One account per advantage.</param>
/// <param name="Paths">One entry per advantage and channel that could be estimated.</param>
/// <param name="Equations">The equations behind them.</param>
/// <param name="MeasuredRoughly">The scores whose reliability is too low to allow for their error (below 0.4): their slopes are shrunken, and
/// paths through them look smaller than they are.</param>
/// <param name="MatrixVersion">The version of the matrix that the paths are compared with.</param>
/// <param name="Options">What was asked for.</param>
/// <param name="Provenance">What made it.</param>
public sealed record ChannelAccountResult(
    IReadOnlyList<AdvantageAccount> Advantages,
    IReadOnlyList<ChannelPath> Paths,
    IReadOnlyList<LearningFit> Equations,
    IReadOnlyList<string> MeasuredRoughly,
    string MatrixVersion,
    ChannelAccountOptions Options,
    Provenance Provenance)
{
    /// <summary>Finds a path.</summary>
    /// <param name="advantage">The id of the advantage.</param>
    /// <param name="channel">The channel.</param>
    /// <returns>The path, or null when it could not be estimated.</returns>
    public ChannelPath? Find(string advantage, LearningChannel channel) =>
        Paths.FirstOrDefault(path => path.Advantage == advantage && path.Channel == channel);

    /// <summary>Gives one row per advantage.</summary>
    /// <returns>The table <c>channel_account</c>.</returns>
    public Table ToTable()
    {
        (string Name, string Title, string Description, Func<AdvantageAccount, PathInterval> Of)[] parts =
        [
            ("total", "Total", "with effort and without", account => account.Total),
            ("through_effort", "Through effort", "by way of effort", account => account.ThroughEffort),
            ("unnamed_channels", "Unnamed channels", "by way of effort, through channels that block M does not name", account => account.ThroughUnnamedChannels),
            ("without_effort", "Without effort", "effort held equal", account => account.WithoutEffort),
            ("reported_inflow", "Reported inflow", "by way of knowledge said to have come unsought", account => account.ReportedInflow),
        ];
        return Table.Of("channel_account",
        [
            Column.Of("advantage", Advantages.Select(account => (string?)account.Advantage), "Advantage", "Id of the agglomeration advantage."),
            Column.Of("n", Advantages.Select(account => account.Firms), "Firms", "", "Fewest firms behind an equation."),
            .. parts.SelectMany(part => new[]
            {
                Column.Of(part.Name, Advantages.Select(account => part.Of(account).Estimate), part.Title, "SD",
                    $"Association with capability {part.Description}, in standard deviations per standard deviation of exposure."),
                Column.Of($"{part.Name}_low", Advantages.Select(account => part.Of(account).Low), $"{part.Title}, low", "SD", "Lower limit."),
                Column.Of($"{part.Name}_high", Advantages.Select(account => part.Of(account).High), $"{part.Title}, high", "SD", "Upper limit."),
            }),
            Column.Of(
                "share_through_effort", Advantages.Select(account => account.ShareThroughEffort), "Share through effort", "share",
                "Missing where the total is unclear or its parts have different signs."),
            Column.Of(
                "share_measurement", Advantages.Select(account => account.ShareMeasurement), "Share due to measurement", "share",
                "Share of the variance of the part without effort that comes from measuring with error."),
        ]);
    }

    /// <summary>Gives one row per path.</summary>
    /// <returns>The table <c>channel_paths</c>.</returns>
    public Table ToPaths() => Table.Of(
        "channel_paths",
        Column.Of("advantage", Paths.Select(path => (string?)path.Advantage), "Advantage", "Id of the agglomeration advantage."),
        Column.Of("channel", Paths.Select(path => (string?)Words.Of(path.Channel)), "Channel", "Channel of learning."),
        Column.Of("n", Paths.Select(path => path.Firms), "Firms", "", "Fewest firms behind an equation of the path."),
        Column.Of(
            "estimate", Paths.Select(path => path.Estimate), "Association", "SD",
            "Standard deviations of capability (static: of performance) per standard deviation of exposure.", recommended: true),
        Column.Of("conf_low", Paths.Select(path => path.Low), "Low", "SD", "Lower limit."),
        Column.Of("conf_high", Paths.Select(path => path.High), "High", "SD", "Upper limit."),
        Column.Of("p_value", Paths.Select(path => path.PValue), "p", "", "Two-sided; of a product, the greatest of its factors."),
        Column.Of("adjusted_p_value", Paths.Select(path => path.AdjustedPValue), "Adjusted p", "", "Corrected over all paths."),
        Column.Of("theory", Paths.Select(path => path.Theory), "Theory", "−1 to 2", "Signed strength of the theory's matrix."),
        Column.Of("comparison", Paths.Select(path => (string?)Words.Of(path.Comparison)), "Comparison", "How the path stands to the matrix."));
}
