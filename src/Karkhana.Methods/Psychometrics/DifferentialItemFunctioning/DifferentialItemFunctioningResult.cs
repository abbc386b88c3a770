using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Differential item functioning by item, and what it amounts to.</summary>
public sealed record DifferentialItemFunctioningResult : IMeasureResult
{
    /// <summary>Gets the differences by item.</summary>
    public required IReadOnlyList<ItemDifference> Items { get; init; }

    /// <summary>Gets the rounds of purification that were made.</summary>
    public required int Rounds { get; init; }

    /// <summary>Gets the difference of the group means of the sum of all items, focal less reference, in pooled standard
    /// deviations.</summary>
    public required double GroupDifference { get; init; }

    /// <summary>Gets the same of the items that are not flagged; NaN when all are.</summary>
    public required double GroupDifferenceWithoutFlagged { get; init; }

    /// <summary>Gets how far the difference moves when the flagged items are left out.</summary>
    public double Impact => GroupDifferenceWithoutFlagged - GroupDifference;

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Vector("item", Items.Select(item => item.Item))
        .Vector("odds_ratio", Items.Select(item => item.OddsRatio))
        .Vector("statistic", Items.Select(item => item.Statistic))
        .Vector("p_value", Items.Select(item => item.PValue))
        .Vector("delta", Items.Select(item => item.Delta))
        .Vector("log_odds_ratio_std_error", Items.Select(item => item.LogOddsRatioStandardError))
        .Vector("standardised_p_difference", Items.Select(item => item.StandardisedDifference))
        .Vector("strata", Items.Select(item => item.Strata))
        .Vector("uniform_statistic", Items.Select(item => item.UniformStatistic))
        .Vector("nonuniform_statistic", Items.Select(item => item.NonuniformStatistic))
        .Vector("total_statistic", Items.Select(item => item.TotalStatistic))
        .Vector("total_p_value", Items.Select(item => item.TotalPValue))
        .Vector("nagelkerke_difference", Items.Select(item => item.NagelkerkeDifference))
        .Vector("group_coefficient", Items.Select(item => item.GroupCoefficient))
        .Vector("adjusted_p_value", Items.Select(item => item.AdjustedPValue))
        .Vector("class", Items.Select(item => item.Class))
        .Vector("flagged", Items.Select(item => item.Flagged ? 1 : 0))
        .Scalar("rounds", Rounds)
        .Scalar("group_difference", GroupDifference)
        .Scalar("group_difference_without_flagged", GroupDifferenceWithoutFlagged)
        .Scalar("impact", Impact);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "differential_item_functioning",
        Column.Of("item", Items.Select(item => item.Item), "Item", "Item that is compared."),
        Column.Of("odds_ratio", Items.Select(item => item.OddsRatio), "Odds ratio", "", "Common odds ratio, reference to focal group."),
        Column.Of("delta", Items.Select(item => item.Delta), "Delta", "", "−2.35 times the logarithm of the odds ratio."),
        Column.Of(
            "standardised_p_difference", Items.Select(item => item.StandardisedDifference), "Difference", "",
            "Focal less reference mean at the scores of the focal group."),
        Column.Of("uniform_statistic", Items.Select(item => item.UniformStatistic), "χ² uniform", "", "Group beside score, 1 df."),
        Column.Of("nonuniform_statistic", Items.Select(item => item.NonuniformStatistic), "χ² non-uniform", "", "Score by group, 1 df."),
        Column.Of(
            "nagelkerke_difference", Items.Select(item => item.NagelkerkeDifference), "ΔR²", "",
            "Nagelkerke's R² with group and product less that without."),
        Column.Of("p_value", Items.Select(item => item.OwnPValue), "p", "", "p-value of the method."),
        Column.Of(
            "adjusted_p_value", Items.Select(item => item.AdjustedPValue), "p adjusted", "", "After Benjamini and Hochberg over the items."),
        Column.Of("class", Items.Select(item => item.Class), "Class", "A negligible, B moderate, C large."),
        Column.Of("flagged", Items.Select(item => item.Flagged), "Flagged", "Whether the item should be looked at."));
}
