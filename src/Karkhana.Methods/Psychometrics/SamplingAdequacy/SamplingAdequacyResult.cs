using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Whether a correlation matrix is fit for factoring.</summary>
public sealed record SamplingAdequacyResult : IMeasureResult
{
    /// <summary>Gets the item names.</summary>
    public required IReadOnlyList<string> Items { get; init; }

    /// <summary>Gets the Kaiser-Meyer-Olkin index, 0 to 1.</summary>
    public required double KaiserMeyerOlkin { get; init; }

    /// <summary>Gets Bartlett's statistic.</summary>
    public required double Statistic { get; init; }

    /// <summary>Gets its degrees of freedom.</summary>
    public required double DegreesOfFreedom { get; init; }

    /// <summary>Gets its upper tail probability.</summary>
    public required double PValue { get; init; }

    /// <summary>Gets the index of each item, 0 to 1.</summary>
    public required IReadOnlyList<double> ItemAdequacy { get; init; }

    /// <summary>Gets R² of each item on all others.</summary>
    public required IReadOnlyList<double> SquaredMultipleCorrelations { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Scalar("kmo", KaiserMeyerOlkin)
        .Scalar("statistic", Statistic)
        .Scalar("df", DegreesOfFreedom)
        .Scalar("p_value", PValue)
        .Vector("item", Items)
        .Vector("item_kmo", ItemAdequacy)
        .Vector("squared_multiple_correlation", SquaredMultipleCorrelations);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "sampling_adequacy",
        Column.Of("item", Items, "Item", "Item of the matrix."),
        Column.Of("item_kmo", ItemAdequacy, "KMO", "", "Sampling adequacy of the item.", recommended: true),
        Column.Of(
            "squared_multiple_correlation", SquaredMultipleCorrelations, "SMC", "", "R² of the item on all others."),
        Column.Of("kmo", Items.Select(_ => KaiserMeyerOlkin), "KMO of all", "", "Sampling adequacy of the matrix."),
        Column.Of("statistic", Items.Select(_ => Statistic), "Bartlett χ²", "", "Statistic of the test that all correlations are 0."),
        Column.Of("df", Items.Select(_ => DegreesOfFreedom), "df", "", "Degrees of freedom."),
        Column.Of("p_value", Items.Select(_ => PValue), "p", "", "Upper tail."));
}
