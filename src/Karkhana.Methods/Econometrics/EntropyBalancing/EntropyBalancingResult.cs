using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Econometrics;

/// <summary>Weights that balance, and the difference they give.</summary>
public sealed record EntropyBalancingResult : IMeasureResult
{
    /// <summary>Gets the weight of each row used: 1 for the treated; those of the untreated add up to the number of treated.</summary>
    public required IReadOnlyList<double> Weights { get; init; }

    /// <summary>Gets the difference for the treated; NaN without outcome or when the targets were not met.</summary>
    public required double Att { get; init; }

    /// <summary>Gets its standard error.</summary>
    public required double StandardError { get; init; }

    /// <summary>Gets a value indicating whether the moments were made equal.</summary>
    public required bool TargetsMet { get; init; }

    /// <summary>Gets the effective number of untreated units.</summary>
    public required double EffectiveSampleSize { get; init; }

    /// <summary>Gets the balance of the covariates and their squares.</summary>
    public required BalanceTable Balance { get; init; }

    /// <summary>Gets the rows of the sample that were used, from 0.</summary>
    public required IReadOnlyList<int> Rows { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Scalar("att", Att)
        .Scalar("std_error", StandardError)
        .Scalar("targets_met", TargetsMet ? 1 : 0)
        .Scalar("effective_sample_size", EffectiveSampleSize)
        .Vector("observation", Rows.Select(row => row + 1))
        .Vector("weight", Weights)
        .Vector("variable", Balance.Variables)
        .Vector("smd_before", Balance.Before)
        .Vector("smd_after", Balance.After);

    /// <inheritdoc/>
    public Table ToTable() => Balance.ToTable("entropy_balancing");
}
