using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Fit of items to their model.</summary>
public sealed record ItemFitResult : IMeasureResult
{
    /// <summary>Gets the item names.</summary>
    public required IReadOnlyList<string> Items { get; init; }

    /// <summary>Gets S-X² by item.</summary>
    public required IReadOnlyList<double> Statistic { get; init; }

    /// <summary>Gets its degrees of freedom.</summary>
    public required IReadOnlyList<double> Degrees { get; init; }

    /// <summary>Gets its upper tail.</summary>
    public required IReadOnlyList<double> PValue { get; init; }

    /// <summary>Gets the p-values after Benjamini and Hochberg over the items.</summary>
    public required IReadOnlyList<double> AdjustedPValue { get; init; }

    /// <summary>Gets the information-weighted mean square; 1 is expected.</summary>
    public required IReadOnlyList<double> Infit { get; init; }

    /// <summary>Gets infit as a standard score.</summary>
    public required IReadOnlyList<double> InfitStandardised { get; init; }

    /// <summary>Gets the mean square; 1 is expected.</summary>
    public required IReadOnlyList<double> Outfit { get; init; }

    /// <summary>Gets outfit as a standard score.</summary>
    public required IReadOnlyList<double> OutfitStandardised { get; init; }

    /// <summary>Gets the root mean square distance of the observed from the expected curve.</summary>
    public required IReadOnlyList<double> RootMeanSquareDeviation { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Vector("item", Items)
        .Vector("statistic", Statistic)
        .Vector("df", Degrees)
        .Vector("p_value", PValue)
        .Vector("adjusted_p_value", AdjustedPValue)
        .Vector("infit", Infit)
        .Vector("infit_standardised", InfitStandardised)
        .Vector("outfit", Outfit)
        .Vector("outfit_standardised", OutfitStandardised)
        .Vector("rmsd", RootMeanSquareDeviation);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "item_fit",
        Column.Of("item", Items, "Item", "Item of the scale."),
        Column.Of("statistic", Statistic, "S-X²", "", "χ² over groups of equal summed score."),
        Column.Of("df", Degrees, "df", "", "Degrees of freedom."),
        Column.Of("p_value", PValue, "p", "", "Upper tail of S-X²."),
        Column.Of("adjusted_p_value", AdjustedPValue, "p adjusted", "", "After Benjamini and Hochberg over the items.", recommended: true),
        Column.Of("infit", Infit, "Infit", "", "Information-weighted mean square; 1 is expected."),
        Column.Of("infit_standardised", InfitStandardised, "Infit t", "", "Infit as a standard score."),
        Column.Of("outfit", Outfit, "Outfit", "", "Mean square; 1 is expected."),
        Column.Of("outfit_standardised", OutfitStandardised, "Outfit t", "", "Outfit as a standard score."),
        Column.Of("rmsd", RootMeanSquareDeviation, "RMSD", "", "Distance of the observed from the expected curve."));
}
