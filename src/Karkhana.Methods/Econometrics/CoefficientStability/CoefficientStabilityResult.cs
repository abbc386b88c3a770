using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Econometrics;

/// <summary>A coefficient with and without controls, and where it would go.</summary>
public sealed record CoefficientStabilityResult : IMeasureResult
{
    /// <summary>Gets the coefficient without controls.</summary>
    public required double EstimateShort { get; init; }

    /// <summary>Gets R² without controls.</summary>
    public required double RSquaredShort { get; init; }

    /// <summary>Gets the coefficient with controls.</summary>
    public required double EstimateFull { get; init; }

    /// <summary>Gets R² with controls.</summary>
    public required double RSquaredFull { get; init; }

    /// <summary>Gets the R² that a regression with everything is taken to have.</summary>
    public required double RMax { get; init; }

    /// <summary>Gets the coefficient after the adjustment.</summary>
    public required double BetaStar { get; init; }

    /// <summary>Gets the proportional selection at which the coefficient would be 0.</summary>
    public required double DeltaZero { get; init; }

    /// <summary>Gets the rows of the sample that were used, from 0.</summary>
    public required IReadOnlyList<int> Rows { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Scalar("estimate_short", EstimateShort)
        .Scalar("r_squared_short", RSquaredShort)
        .Scalar("estimate_full", EstimateFull)
        .Scalar("r_squared_full", RSquaredFull)
        .Scalar("r_max", RMax)
        .Scalar("beta_star", BetaStar)
        .Scalar("delta_zero", DeltaZero);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "coefficient_stability",
        Column.Of("model", (string[])["short", "full", "adjusted"], "Regression", "Without controls, with controls, and adjusted for what is not seen."),
        Column.Of("estimate", [EstimateShort, EstimateFull, BetaStar], "Estimate", "", "Coefficient of the treatment.", recommended: true),
        Column.Of("r_squared", [RSquaredShort, RSquaredFull, RMax], "R²", "", "Share of variance explained; assumed for the adjusted one."),
        Column.Of("delta_zero", [DeltaZero, DeltaZero, DeltaZero], "δ at zero", "", "Proportional selection at which the coefficient would be 0."));
}
