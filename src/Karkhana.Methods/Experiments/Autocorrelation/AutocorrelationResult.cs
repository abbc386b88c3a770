using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Experiments;

/// <summary>Correlations of a series with itself.</summary>
public sealed record AutocorrelationResult : IMeasureResult
{
    /// <summary>Gets the lags, from 1.</summary>
    public required IReadOnlyList<int> Lags { get; init; }

    /// <summary>Gets the autocorrelation at each lag.</summary>
    public required IReadOnlyList<double> Autocorrelations { get; init; }

    /// <summary>Gets the partial autocorrelation at each lag.</summary>
    public required IReadOnlyList<double> PartialAutocorrelations { get; init; }

    /// <summary>Gets the statistic of the joint test.</summary>
    public required double Statistic { get; init; }

    /// <summary>Gets its degrees of freedom.</summary>
    public required int Degrees { get; init; }

    /// <summary>Gets its p-value.</summary>
    public required double PValue { get; init; }

    /// <summary>Gets the distance from 0 within which a correlation of noise stays at the level.</summary>
    public required double NoiseLimit { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Vector("lag", Lags)
        .Vector("acf", Autocorrelations)
        .Vector("pacf", PartialAutocorrelations)
        .Scalar("statistic", Statistic)
        .Scalar("df", Degrees)
        .Scalar("p_value", PValue)
        .Scalar("noise_limit", NoiseLimit);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "autocorrelation",
        Column.Of("lag", Lags, "Lag", "", "Steps apart."),
        Column.Of("acf", Autocorrelations, "Autocorrelation", "", "Correlation of values so many steps apart.", recommended: true),
        Column.Of("pacf", PartialAutocorrelations, "Partial autocorrelation", "", "The same, given the values between."),
        Column.Of("noise_limit", Lags.Select(_ => NoiseLimit), "Limit for noise", "", "Distance from 0 within which a correlation of noise stays."),
        Column.Of("statistic", Lags.Select(_ => Statistic), "Q", "", "Joint test of all lags."),
        Column.Of("df", Lags.Select(_ => Degrees), "df", "", "Degrees of freedom of the joint test."),
        Column.Of("p_value", Lags.Select(_ => PValue), "p", "", "Of the joint test."));
}
