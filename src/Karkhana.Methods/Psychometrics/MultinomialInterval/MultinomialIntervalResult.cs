using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Shares of categories with their intervals.</summary>
public sealed record MultinomialIntervalResult : IMeasureResult
{
    /// <summary>Gets the categories.</summary>
    public required IReadOnlyList<string> Categories { get; init; }

    /// <summary>Gets the counts.</summary>
    public required IReadOnlyList<int> Counts { get; init; }

    /// <summary>Gets the shares.</summary>
    public required IReadOnlyList<double> Shares { get; init; }

    /// <summary>Gets the lower limits.</summary>
    public required IReadOnlyList<double> Lows { get; init; }

    /// <summary>Gets the upper limits.</summary>
    public required IReadOnlyList<double> Highs { get; init; }

    /// <summary>Gets the sum of the counts.</summary>
    public required int Total { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Vector("category", Categories)
        .Vector("count", Counts)
        .Vector("estimate", Shares)
        .Vector("conf_low", Lows)
        .Vector("conf_high", Highs)
        .Scalar("total", Total);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "multinomial_interval",
        Column.Of("category", Categories, "Category", "Category."),
        Column.Of("n", Counts, "Count", "", "Observations of the category."),
        Column.Of("estimate", Shares, "Share", "share", "Share of all observations.", recommended: true),
        Column.Of("conf_low", Lows, "Low", "share", "Lower limit."),
        Column.Of("conf_high", Highs, "High", "share", "Upper limit."));
}
