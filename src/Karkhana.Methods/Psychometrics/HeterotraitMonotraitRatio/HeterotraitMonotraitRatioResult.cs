using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Ratios of correlations between and within constructs.</summary>
public sealed record HeterotraitMonotraitRatioResult : IMeasureResult
{
    /// <summary>Gets the construct names.</summary>
    public required IReadOnlyList<string> Constructs { get; init; }

    /// <summary>Gets the ratios, construct × construct, row after row; 1 on the diagonal, NaN where not
    /// defined.</summary>
    public required IReadOnlyList<double> Estimates { get; init; }

    /// <summary>Gets the lower ends of the intervals; NaN without a bootstrap.</summary>
    public required IReadOnlyList<double> ConfidenceLow { get; init; }

    /// <summary>Gets the upper ends of the intervals; NaN without a bootstrap.</summary>
    public required IReadOnlyList<double> ConfidenceHigh { get; init; }

    /// <summary>Gets the value that the upper end is compared with.</summary>
    public required double Threshold { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Matrix("estimate", Constructs, Constructs, Estimates)
        .Matrix("conf_low", Constructs, Constructs, ConfidenceLow)
        .Matrix("conf_high", Constructs, Constructs, ConfidenceHigh);

    /// <inheritdoc/>
    public Table ToTable()
    {
        LabelPairs pairs = new(Constructs);
        double[] compared = [.. Estimates.Zip(ConfidenceHigh, (estimate, high) => double.IsNaN(high) ? estimate : high)];
        return Table.Of(
            "heterotrait_monotrait_ratio",
            pairs.Earlier("construct", "Construct", "One construct of the pair."),
            pairs.Later("other", "Other construct", "The other construct of the pair."),
            Column.Of("estimate", pairs.Of(Estimates), "HTMT", "", "Ratio of the pair.", recommended: true),
            Column.Of("conf_low", pairs.Of(ConfidenceLow), "Lower", "", "Lower end of the bootstrap interval."),
            Column.Of("conf_high", pairs.Of(ConfidenceHigh), "Upper", "", "Upper end of the bootstrap interval."),
            Column.Of("threshold", pairs.Of(Estimates).Select(_ => Threshold), "Threshold", "", "Value that the upper end is compared with."),
            Column.Of(
                "below_threshold", pairs.Of(compared).Select(value => value < Threshold), "Below threshold",
                "Whether the upper end, or the ratio when there is no interval, lies below the threshold."));
    }
}
