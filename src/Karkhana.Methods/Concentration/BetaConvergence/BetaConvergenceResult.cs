using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;
using Karkhana.Methods.Econometrics;

namespace Karkhana.Methods.Concentration;

/// <summary>The regression of growth on the start, and what it says of convergence.</summary>
public sealed record BetaConvergenceResult : IMeasureResult
{
    /// <summary>Gets intercept and slope; the slope is NaN when all regions start alike.</summary>
    public required CoefficientTable Coefficients { get; init; }

    /// <summary>Gets the share of variance explained.</summary>
    public required double RSquared { get; init; }

    /// <summary>Gets the speed of convergence per year; negative when the regions moved apart.</summary>
    public required double Speed { get; init; }

    /// <summary>Gets the years in which half of a gap closes.</summary>
    public required double HalfLife { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Vector("term", Coefficients.Terms)
        .Vector("estimate", Coefficients.Estimates)
        .Vector("std_error", Coefficients.StandardErrors)
        .Vector("statistic", Coefficients.Statistics)
        .Vector("p_value", Coefficients.PValues)
        .Scalar("r_squared", RSquared)
        .Scalar("speed", Speed)
        .Scalar("half_life", HalfLife);

    /// <inheritdoc/>
    public Table ToTable() => Coefficients.ToTable("beta_convergence");
}
