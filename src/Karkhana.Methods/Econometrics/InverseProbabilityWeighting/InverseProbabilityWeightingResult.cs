using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Econometrics;

/// <summary>Weighted differences between treated and untreated units.</summary>
public sealed record InverseProbabilityWeightingResult : IMeasureResult
{
    /// <summary>Gets the difference for the treated.</summary>
    public required double Att { get; init; }

    /// <summary>Gets its standard error.</summary>
    public required double AttStandardError { get; init; }

    /// <summary>Gets the difference for all units, normalised weights.</summary>
    public required double Hajek { get; init; }

    /// <summary>Gets its standard error.</summary>
    public required double HajekStandardError { get; init; }

    /// <summary>Gets the difference for all units, plain weights.</summary>
    public required double HorvitzThompson { get; init; }

    /// <summary>Gets the difference for all units, weights and lines together; NaN when a group has too few units for a line.</summary>
    public required double DoublyRobust { get; init; }

    /// <summary>Gets its standard error.</summary>
    public required double DoublyRobustStandardError { get; init; }

    /// <summary>Gets the effective number of untreated units.</summary>
    public required double EffectiveSampleSize { get; init; }

    /// <summary>Gets the balance of the covariates.</summary>
    public required BalanceTable Balance { get; init; }

    /// <summary>Gets the probability of treatment of each row used.</summary>
    public required IReadOnlyList<double> Scores { get; init; }

    /// <summary>Gets the rows of the sample that were used, from 0.</summary>
    public required IReadOnlyList<int> Rows { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Scalar("att", Att)
        .Scalar("att_std_error", AttStandardError)
        .Scalar("ate_hajek", Hajek)
        .Scalar("ate_hajek_std_error", HajekStandardError)
        .Scalar("ate_horvitz_thompson", HorvitzThompson)
        .Scalar("ate_doubly_robust", DoublyRobust)
        .Scalar("ate_doubly_robust_std_error", DoublyRobustStandardError)
        .Scalar("effective_sample_size", EffectiveSampleSize)
        .Vector("variable", Balance.Variables)
        .Vector("smd_raw", Balance.Before)
        .Vector("smd_weighted", Balance.After);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "inverse_probability_weighting",
        Column.Of("estimand", (string[])["att", "ate_hajek", "ate_horvitz_thompson", "ate_doubly_robust"], "Difference", "For whom, and by which weights."),
        Column.Of("estimate", [Att, Hajek, HorvitzThompson, DoublyRobust], "Estimate", "", "Weighted difference of the outcome.", recommended: true),
        Column.Of("std_error", [AttStandardError, HajekStandardError, double.NaN, DoublyRobustStandardError], "Standard error", "", "From the contributions of the units."));
}
