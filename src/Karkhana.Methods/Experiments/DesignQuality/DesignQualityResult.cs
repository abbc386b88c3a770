using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Experiments;

/// <summary>How well a design fills the unit cube.</summary>
public sealed record DesignQualityResult : IMeasureResult
{
    /// <summary>Gets the centred L2 discrepancy, squared.</summary>
    public required double CentredDiscrepancy { get; init; }

    /// <summary>Gets the mixture L2 discrepancy, squared.</summary>
    public required double MixtureDiscrepancy { get; init; }

    /// <summary>Gets the wrap-around L2 discrepancy, squared.</summary>
    public required double WrapAroundDiscrepancy { get; init; }

    /// <summary>Gets the star L2 discrepancy, not squared.</summary>
    public required double StarDiscrepancy { get; init; }

    /// <summary>Gets the least distance of two points.</summary>
    public required double MinDistance { get; init; }

    /// <summary>Gets φ_p; infinite when two points are the same.</summary>
    public required double PhiP { get; init; }

    /// <summary>Gets a value indicating whether each of n equal strata of every dimension holds one point.</summary>
    public required bool IsLatin { get; init; }

    /// <summary>Gets the greatest absolute correlation of two columns; NaN with one column or a constant one.</summary>
    public required double MaxAbsoluteCorrelation { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs()
    {
        MeasureOutputs outputs = new();
        foreach ((string name, double value, _) in Quantities())
        {
            outputs.Scalar(name, value);
        }

        return outputs;
    }

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "design_quality",
        Column.Of("term", Quantities().Select(quantity => quantity.Name), "Quantity", "What is measured."),
        Column.Of("estimate", Quantities().Select(quantity => quantity.Value), "Value", "", "Its value.", recommended: true),
        Column.Of("meaning", Quantities().Select(quantity => quantity.Meaning), "Meaning", "How to read it."));

    private (string Name, double Value, string Meaning)[] Quantities() =>
    [
        ("centred_discrepancy", CentredDiscrepancy, "squared; smaller is more even"),
        ("mixture_discrepancy", MixtureDiscrepancy, "squared; smaller is more even"),
        ("wrap_around_discrepancy", WrapAroundDiscrepancy, "squared; smaller is more even"),
        ("star_discrepancy", StarDiscrepancy, "not squared; smaller is more even"),
        ("min_distance", MinDistance, "of two points; larger is better"),
        ("phi_p", PhiP, "smaller is better"),
        ("is_latin", IsLatin ? 1 : 0, "1 when every stratum of every dimension holds one point"),
        ("max_abs_correlation", MaxAbsoluteCorrelation, "of two columns; smaller is better"),
    ];
}
