using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Econometrics;

/// <summary>The difference between treated units and means of the untreated near them.</summary>
public sealed record KernelMatchingResult : IMeasureResult
{
    /// <summary>Gets the difference with its bootstrap.</summary>
    public required EffectTable Effects { get; init; }

    /// <summary>Gets the number of treated units with a control in reach.</summary>
    public required int MatchedTreated { get; init; }

    /// <summary>Gets the effective number of controls.</summary>
    public required double EffectiveSampleSize { get; init; }

    /// <summary>Gets the weight of each row used.</summary>
    public required IReadOnlyList<double> Weights { get; init; }

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
        .Scalar("att", Effects.Estimates[0])
        .Scalar("std_error", Effects.StandardErrors[0])
        .Scalar("conf_low", Effects.ConfidenceLow[0])
        .Scalar("conf_high", Effects.ConfidenceHigh[0])
        .Scalar("matched_treated", MatchedTreated)
        .Scalar("effective_sample_size", EffectiveSampleSize)
        .Vector("variable", Balance.Variables)
        .Vector("smd_before", Balance.Before)
        .Vector("smd_after", Balance.After);

    /// <inheritdoc/>
    public Table ToTable() => Effects.ToTable("kernel_matching");
}
