using System.Globalization;
using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Hierarchical and total omega.</summary>
public sealed record HierarchicalOmegaResult : IMeasureResult
{
    /// <summary>Gets the item names.</summary>
    public required IReadOnlyList<string> Items { get; init; }

    /// <summary>Gets the share of the variance of the sum that the general factor takes up; NaN for a Heywood case.</summary>
    public required double OmegaHierarchical { get; init; }

    /// <summary>Gets the share that all factors take up.</summary>
    public required double OmegaTotal { get; init; }

    /// <summary>Gets the standardised alpha.</summary>
    public required double Alpha { get; init; }

    /// <summary>Gets the loadings on the general factor; their sum is not negative; NaN for a Heywood case.</summary>
    public required IReadOnlyList<double> GeneralLoadings { get; init; }

    /// <summary>Gets the loadings on the group factors less the general one, item by factor; NaN for a Heywood case.</summary>
    public required double[,] GroupLoadings { get; init; }

    /// <summary>Gets the loadings of the group factors on the general factor.</summary>
    public required IReadOnlyList<double> SecondOrderLoadings { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <summary>Gets hierarchical over total omega: what it would be of very many such items.</summary>
    public double OmegaLimit => OmegaHierarchical / OmegaTotal;

    private IReadOnlyList<string> Factors => [.. Enumerable.Range(1, SecondOrderLoadings.Count).Select(
        factor => factor.ToString(CultureInfo.InvariantCulture))];

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Scalar("omega_hierarchical", OmegaHierarchical)
        .Scalar("omega_total", OmegaTotal)
        .Scalar("omega_limit", OmegaLimit)
        .Scalar("alpha", Alpha)
        .Vector("item", Items)
        .Vector("general_loading", GeneralLoadings)
        .Matrix("group_loading", Items, Factors, [.. GroupLoadings.Cast<double>()])
        .Vector("group_factor", Factors)
        .Vector("second_order_loading", SecondOrderLoadings);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "hierarchical_omega",
        Column.Of("item", Items, "Item", "Item of the scale."),
        Column.Of("general_loading", GeneralLoadings, "General loading", "", "Loading on the general factor."),
        Column.Of(
            "estimate", Items.Select(_ => OmegaHierarchical), "ω hierarchical", "share", "Share of the general factor in the sum.",
            recommended: true),
        Column.Of("omega_total", Items.Select(_ => OmegaTotal), "ω total", "share", "Share of all factors in the sum."));
}
