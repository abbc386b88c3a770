using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Econometrics;

/// <summary>The Durbin-Watson statistic.</summary>
public sealed record DurbinWatsonStatisticResult : IMeasureResult
{
    /// <summary>Gets the statistic, from 0 to 4.</summary>
    public required double Statistic { get; init; }

    /// <summary>Gets its mean under independent errors.</summary>
    public required double Expected { get; init; }

    /// <summary>Gets its variance under independent normal errors.</summary>
    public required double Variance { get; init; }

    /// <summary>Gets the p-value by the normal distribution.</summary>
    public required double PValue { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Scalar("statistic", Statistic)
        .Scalar("expected", Expected)
        .Scalar("p_value", PValue);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "durbin_watson_statistic",
        Column.Of("statistic", [Statistic], "Durbin-Watson", "", "2 without autocorrelation, near 0 with a strong positive one.", recommended: true),
        Column.Of("expected", [Expected], "Expected", "", "Mean under independent errors."),
        Column.Of("std_error", [Math.Sqrt(Variance)], "Standard error", "", "Standard deviation under independent normal errors."),
        Column.Of("p_value", [PValue], "p", "", "By the normal distribution with these moments."));
}
