using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Krippendorff's alpha and its interval.</summary>
public sealed record KrippendorffAlphaResult : IMeasureResult
{
    /// <summary>Gets α; at most 1; NaN when all ratings are the same.</summary>
    public required double Alpha { get; init; }

    /// <summary>Gets the lower limit; NaN without replicates.</summary>
    public required double Low { get; init; }

    /// <summary>Gets the upper limit; NaN without replicates.</summary>
    public required double High { get; init; }

    /// <summary>Gets the mean squared distance within units.</summary>
    public required double ObservedDisagreement { get; init; }

    /// <summary>Gets the mean squared distance of any two ratings.</summary>
    public required double ExpectedDisagreement { get; init; }

    /// <summary>Gets the number of units with at least two ratings.</summary>
    public required int Units { get; init; }

    /// <summary>Gets the number of their ratings.</summary>
    public required int Ratings { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Scalar("estimate", Alpha)
        .Scalar("conf_low", Low)
        .Scalar("conf_high", High)
        .Scalar("observed_disagreement", ObservedDisagreement)
        .Scalar("expected_disagreement", ExpectedDisagreement)
        .Scalar("units", Units)
        .Scalar("ratings", Ratings);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "krippendorff_alpha",
        Column.Of("term", ["alpha"], "Term", "What is estimated."),
        Column.Of("estimate", [Alpha], "α", "", "Agreement beyond chance, at most 1.", recommended: true),
        Column.Of("conf_low", [Low], "Low", "", "Lower limit of the bootstrap interval."),
        Column.Of("conf_high", [High], "High", "", "Upper limit of the bootstrap interval."),
        Column.Of("observed_disagreement", [ObservedDisagreement], "Observed", "", "Mean squared distance within units."),
        Column.Of("expected_disagreement", [ExpectedDisagreement], "Expected", "", "Mean squared distance of any two ratings."),
        Column.Of("units", [Units], "Units", "", "Units with at least two ratings."),
        Column.Of("n", [Ratings], "Ratings", "", "Ratings of these units."));
}
