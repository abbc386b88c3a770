using Karkhana.Core.Inference;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Learning;

/// <summary>The scales of the channels with their covariance.</summary>
public sealed record ChannelScalesResult : ITidyResult
{
    /// <summary>Gets the scales: cost, incentive, effectiveness, absorption.</summary>
    public required IReadOnlyList<string> Terms { get; init; }

    /// <summary>Gets the estimates; positive where the index moves its mechanism as the theory says.</summary>
    public required IReadOnlyList<double> Estimates { get; init; }

    /// <summary>Gets their covariance.</summary>
    public required double[,] Covariance { get; init; }

    /// <summary>Gets the firms that entered.</summary>
    public required int Firms { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <summary>Gives the standard error of a scale.</summary>
    /// <param name="position">Its position.</param>
    /// <returns>The error.</returns>
    public double StandardError(int position) => Math.Sqrt(Covariance[position, position]);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "channel_scales",
        Column.Of("term", Terms, "Scale", "By how much the logarithm of the mechanism goes with an index of 1."),
        Column.Of("estimate", Estimates, "Estimate", "", "Adjusted for size.", recommended: true),
        Column.Of("std_error", Terms.Select((_, i) => StandardError(i)), "SE", "", "Standard error."),
        Column.Of("conf_low", Terms.Select((_, i) => Estimates[i] - (NormalQuantiles.TwoSided95 * StandardError(i))), "From", "", "Lower limit, 95 %."),
        Column.Of("conf_high", Terms.Select((_, i) => Estimates[i] + (NormalQuantiles.TwoSided95 * StandardError(i))), "To", "", "Upper limit, 95 %."),
        Column.Of("n", Terms.Select(_ => Firms), "Firms", "", "Firms that entered."));
}
