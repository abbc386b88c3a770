using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Experiments;

/// <summary>How many independent observations a series is worth.</summary>
public sealed record EffectiveSampleSizeResult : IMeasureResult
{
    /// <summary>Gets the effective number of observations; NaN when the autocorrelations do not leave a positive variance.</summary>
    public required double EffectiveSize { get; init; }

    /// <summary>Gets the observations.</summary>
    public required int Observations { get; init; }

    /// <summary>Gets the steps that pass for one independent observation.</summary>
    public double AutocorrelationTime => Observations / EffectiveSize;

    /// <summary>Gets the lags whose correlations were summed.</summary>
    public required int Lags { get; init; }

    /// <summary>Gets the mean.</summary>
    public required double Mean { get; init; }

    /// <summary>Gets the standard error of the mean.</summary>
    public required double StandardError { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Scalar("estimate", EffectiveSize)
        .Scalar("autocorrelation_time", AutocorrelationTime)
        .Scalar("lags", Lags)
        .Scalar("mean", Mean)
        .Scalar("mean_std_error", StandardError);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "effective_sample_size",
        Column.Of("estimate", [EffectiveSize], "Effective size", "", "Independent observations that would tell as much of the mean.", recommended: true),
        Column.Of("n", [Observations], "n", "", "Observations."),
        Column.Of("autocorrelation_time", [AutocorrelationTime], "Autocorrelation time", "", "Steps that pass for one independent observation."),
        Column.Of("lags", [Lags], "Lags", "", "Lags whose correlations were summed."),
        Column.Of("mean", [Mean], "Mean", "", "Mean of the series."),
        Column.Of("mean_std_error", [StandardError], "SE", "", "Standard error of the mean."));
}
