using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Experiments;

/// <summary>A Cournot equilibrium.</summary>
public sealed record CournotEquilibriumResult : IMeasureResult
{
    /// <summary>Gets the quantity of each firm.</summary>
    public required IReadOnlyList<double> Quantity { get; init; }

    /// <summary>Gets the profit of each firm before fixed cost.</summary>
    public required IReadOnlyList<double> Profit { get; init; }

    /// <summary>Gets the margin of each firm as a share of the price; NaN for a firm that makes nothing.</summary>
    public required IReadOnlyList<double> Lerner { get; init; }

    /// <summary>Gets the price.</summary>
    public required double Price { get; init; }

    /// <summary>Gets the sum of squared shares of quantity.</summary>
    public required double Herfindahl { get; init; }

    /// <summary>Gets how many firms of the entrants' cost can be in the market together.</summary>
    public required double FreeEntryFirms { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    private IEnumerable<int> Firms => Enumerable.Range(1, Quantity.Count);

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Vector("firm", Firms)
        .Vector("quantity", Quantity)
        .Vector("profit", Profit)
        .Vector("lerner", Lerner)
        .Scalar("price", Price)
        .Scalar("herfindahl", Herfindahl)
        .Scalar("free_entry_firms", FreeEntryFirms);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "cournot_equilibrium",
        Column.Of("firm", Firms, "Firm", "", "Number of the firm in the input."),
        Column.Of("quantity", Quantity, "Quantity", "", "What the firm makes.", recommended: true),
        Column.Of("profit", Profit, "Profit", "", "Profit before fixed cost."),
        Column.Of("lerner", Lerner, "Lerner", "", "Margin as a share of the price."),
        Column.Of("price", Firms.Select(_ => Price), "Price", "", "Price of the market."),
        Column.Of("herfindahl", Firms.Select(_ => Herfindahl), "Herfindahl", "", "Sum of squared shares."),
        Column.Of("free_entry_firms", Firms.Select(_ => FreeEntryFirms), "Firms at free entry", "", "Firms that can be in the market together."));
}
