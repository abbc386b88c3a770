using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Psychometrics;

/// <summary>The constants that put two latent scales on one, and how the anchors fared.</summary>
public sealed record LinkingResult : IMeasureResult
{
    /// <summary>Gets A of θ_base = A θ_new + B.</summary>
    public required double Slope { get; init; }

    /// <summary>Gets B.</summary>
    public required double Intercept { get; init; }

    /// <summary>Gets the least distance of the curves; NaN for mean-mean and mean-sigma.</summary>
    public required double Criterion { get; init; }

    /// <summary>Gets the new parameters on the base scale.</summary>
    public required ItemParameters Linked { get; init; }

    /// <summary>Gets the anchor items.</summary>
    public required IReadOnlyList<string> Anchors { get; init; }

    /// <summary>Gets linked minus base mean threshold of each anchor.</summary>
    public required IReadOnlyList<double> ThresholdDifference { get; init; }

    /// <summary>Gets the logarithm of linked over base slope of each anchor; NaN when the sign changed.</summary>
    public required IReadOnlyList<double> SlopeDifference { get; init; }

    /// <summary>Gets the robust z of the threshold differences.</summary>
    public required IReadOnlyList<double> ThresholdZ { get; init; }

    /// <summary>Gets the robust z of the slope differences.</summary>
    public required IReadOnlyList<double> SlopeZ { get; init; }

    /// <summary>Gets the size of z beyond which an anchor drifts.</summary>
    public required double CriticalZ { get; init; }

    /// <summary>Gets which anchors drift; one whose slope changed sign does.</summary>
    public IReadOnlyList<bool> Drifting => [.. ThresholdZ.Zip(SlopeZ, (threshold, slope) =>
        !(Math.Abs(threshold) <= CriticalZ && Math.Abs(slope) <= CriticalZ))];

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs()
    {
        int steps = Linked.Thresholds.Max(own => own.Length);
        return new MeasureOutputs()
            .Scalar("scale_slope", Slope)
            .Scalar("scale_intercept", Intercept)
            .Scalar("criterion", Criterion)
            .Vector("item", Linked.Items)
            .Vector("slope", Linked.Slopes)
            .Vector("guessing", Linked.Guessing)
            .Matrix("threshold", Linked.Items, ThresholdMatrix.Labels(steps), ThresholdMatrix.Of(Linked.Thresholds, steps))
            .Vector("anchor", Anchors)
            .Vector("threshold_difference", ThresholdDifference)
            .Vector("slope_difference", SlopeDifference)
            .Vector("threshold_z", ThresholdZ)
            .Vector("slope_z", SlopeZ)
            .Vector("drifting", Drifting.Select(drifts => drifts ? 1 : 0));
    }

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "linking",
        Column.Of("anchor", Anchors, "Anchor", "Item of both sets."),
        Column.Of("threshold_difference", ThresholdDifference, "Difference", "logits", "Linked minus base mean threshold."),
        Column.Of("threshold_z", ThresholdZ, "Robust z", "", "Of the threshold difference.", recommended: true),
        Column.Of("slope_z", SlopeZ, "Robust z of slope", "", "Of the logarithm of the slope ratio."),
        Column.Of("drifting", Drifting, "Drifting", "Whether a robust z is beyond the critical value."));
}
