using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Learning;

/// <summary>How the division of labour goes with the market that firms sell to.</summary>
/// <param name="Processes">All processes together, then each by itself.</param>
/// <param name="Options">What was asked for.</param>
/// <param name="Notes">What the reader must know.</param>
/// <param name="Provenance">What made it.</param>
public sealed record MakeOrBuyResult(
    IReadOnlyList<ProcessPurchase> Processes, MakeOrBuyOptions Options, IReadOnlyList<Note> Notes, Provenance Provenance) : ITidyResult
{
    /// <summary>Gets what was held equal.</summary>
    public IReadOnlyList<string> Held { get; init; } = [];

    /// <summary>Gets all processes together.</summary>
    public ProcessPurchase All => Processes[0];

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "make_or_buy",
        Column.Of("process", Processes.Select(row => (string?)row.Process), "Process", "What is made or bought."),
        Column.Of("n", Processes.Select(row => row.Firms), "Firms", "", "Firms that need it and of which everything is known."),
        Column.Of("share_bought", Processes.Select(row => row.ShareBought), "Bought", "share", "Share of these firms that have it done by another."),
        Column.Of("estimate", Processes.Select(row => row.Slope?.Estimates[0] ?? double.NaN), "Log odds", "per SD", "Logarithm of the odds of buying per standard deviation of quality.", recommended: true),
        Column.Of("std_error", Processes.Select(row => row.Slope?.StandardErrors[0] ?? double.NaN), "Standard error", "", "By place where there are 8 or more, else by firm."),
        Column.Of("conf_low", Processes.Select(row => row.Slope?.ConfidenceLow[0] ?? double.NaN), "Low", "", "Lower limit."),
        Column.Of("conf_high", Processes.Select(row => row.Slope?.ConfidenceHigh[0] ?? double.NaN), "High", "", "Upper limit."),
        Column.Of("p_value", Processes.Select(row => row.Slope?.PValues[0] ?? double.NaN), "p", "", "Two-sided p-value."),
        Column.Of("adjusted_p_value", Processes.Select(row => row.AdjustedPValue), "Adjusted p", "", "Corrected over the processes."),
        Column.Of("marginal_effect", Processes.Select(row => row.MarginalEffect), "Probability", "per SD", "Change of the probability of buying per standard deviation of quality."),
        Column.Of("expected", Processes.Select(_ => (string?)Words.Of(Expectation.Negative)), "Expected", "The sign that theory suggests: higher quality goes with doing more in the firm."),
        Column.Of("verdict", Processes.Select(row => (string?)Words.Of(row.Verdict)), "Verdict", "What these data say of it."),
        Column.Of("reason", Processes.Select(row => row.Reason ?? ""), "Reason", "Why there is no estimate."));
}
