using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Econometrics;

/// <summary>A regression on peers' outcome and traits.</summary>
public sealed record PeerEffectsRegressionResult : IMeasureResult
{
    /// <summary>Gets the regression and the tests of its instruments.</summary>
    public required TwoStageLeastSquaresResult TwoStage { get; init; }

    /// <summary>Gets β, the coefficient of the peers' outcome.</summary>
    public required double PeerEffect { get; init; }

    /// <summary>Gets its standard error.</summary>
    public required double PeerEffectError { get; init; }

    /// <summary>Gets the rank of {I, G, G²}, or with effects of parts of {I, G, G², G³}.</summary>
    public required int Rank { get; init; }

    /// <summary>Gets the number of nodes without peers.</summary>
    public required int Isolates { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <summary>Gets a value indicating whether |β| is 1 or more: the model is rejected.</summary>
    public bool IsExplosive => Math.Abs(PeerEffect) >= 1;

    /// <summary>Gets 1/(1 − β), how far in the model a change that all peers share adds up; NaN when the model is
    /// rejected.</summary>
    public double SocialMultiplier => IsExplosive ? double.NaN : 1 / (1 - PeerEffect);

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => TwoStage.ToOutputs()
        .Scalar("peer_effect", PeerEffect)
        .Scalar("peer_effect_std_error", PeerEffectError)
        .Scalar("social_multiplier", SocialMultiplier)
        .Scalar("explosive", IsExplosive ? 1 : 0)
        .Scalar("rank", Rank)
        .Scalar("isolates", Isolates);

    /// <inheritdoc/>
    public Table ToTable() => TwoStage.Coefficients.ToTable("peer_effects_regression");
}
