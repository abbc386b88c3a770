using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Internal consistency and item statistics.</summary>
public sealed record CronbachAlphaResult : IMeasureResult
{
    /// <summary>Gets the item names.</summary>
    public required IReadOnlyList<string> Items { get; init; }

    /// <summary>Gets the respondents who answered every item.</summary>
    public required int Respondents { get; init; }

    /// <summary>Gets α; at most 1, may be negative.</summary>
    public required double Alpha { get; init; }

    /// <summary>Gets the lower limit of Feldt's interval.</summary>
    public required double ConfLow { get; init; }

    /// <summary>Gets the upper limit of Feldt's interval.</summary>
    public required double ConfHigh { get; init; }

    /// <summary>Gets α of standardised items.</summary>
    public required double StandardisedAlpha { get; init; }

    /// <summary>Gets Guttman's λ₆ on the correlation matrix.</summary>
    public required double GuttmanLambda6 { get; init; }

    /// <summary>Gets the mean correlation between two items.</summary>
    public required double AverageCorrelation { get; init; }

    /// <summary>Gets the standard error of measurement of the sum score.</summary>
    public required double StandardErrorOfMeasurement { get; init; }

    /// <summary>Gets the correlation of each item with the sum of all.</summary>
    public required IReadOnlyList<double> ItemTotalCorrelation { get; init; }

    /// <summary>Gets the correlation of each item with the sum of the others.</summary>
    public required IReadOnlyList<double> ItemRestCorrelation { get; init; }

    /// <summary>Gets α of the other items; NaN with two items.</summary>
    public required IReadOnlyList<double> AlphaIfDropped { get; init; }

    /// <summary>Gets the item means after recoding.</summary>
    public required IReadOnlyList<double> Mean { get; init; }

    /// <summary>Gets the standard deviations (n − 1).</summary>
    public required IReadOnlyList<double> StandardDeviation { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Scalar("alpha", Alpha)
        .Scalar("conf_low", ConfLow)
        .Scalar("conf_high", ConfHigh)
        .Scalar("standardised_alpha", StandardisedAlpha)
        .Scalar("guttman_lambda6", GuttmanLambda6)
        .Scalar("average_correlation", AverageCorrelation)
        .Scalar("std_error_of_measurement", StandardErrorOfMeasurement)
        .Vector("item", Items)
        .Vector("item_total_correlation", ItemTotalCorrelation)
        .Vector("item_rest_correlation", ItemRestCorrelation)
        .Vector("alpha_if_dropped", AlphaIfDropped)
        .Vector("mean", Mean)
        .Vector("std_deviation", StandardDeviation);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "cronbach_alpha",
        Column.Of("item", Items, "Item", "Item of the scale."),
        Column.Of("mean", Mean, "Mean", "", "Mean answer after recoding."),
        Column.Of("std_deviation", StandardDeviation, "SD", "", "Standard deviation, n − 1."),
        Column.Of(
            "item_rest_correlation", ItemRestCorrelation, "Item-rest r", "",
            "Correlation with the sum of the other items."),
        Column.Of(
            "item_total_correlation", ItemTotalCorrelation, "Item-total r", "",
            "Correlation with the sum of all items."),
        Column.Of("alpha_if_dropped", AlphaIfDropped, "α if dropped", "", "Alpha of the other items."),
        Column.Of("alpha", Items.Select(_ => Alpha), "α", "", "Alpha of the scale.", recommended: true),
        Column.Of("conf_low", Items.Select(_ => ConfLow), "α from", "", "Lower limit of the interval of alpha."),
        Column.Of("conf_high", Items.Select(_ => ConfHigh), "α to", "", "Upper limit of the interval of alpha."));
}
