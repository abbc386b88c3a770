using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Econometrics;

/// <summary>A spatial lag model by two-stage least squares.</summary>
public sealed record SpatialTwoStageLeastSquaresResult : IMeasureResult
{
    /// <summary>Gets the regression; the lag is its term lag_outcome.</summary>
    public required TwoStageLeastSquaresResult TwoStage { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => TwoStage.ToOutputs();

    /// <inheritdoc/>
    public Table ToTable() => TwoStage.Coefficients.ToTable("spatial_two_stage_least_squares");
}
