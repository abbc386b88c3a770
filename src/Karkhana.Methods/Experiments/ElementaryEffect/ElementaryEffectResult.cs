using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Experiments;

/// <summary>Elementary effects of the inputs of a model.</summary>
public sealed record ElementaryEffectResult : IMeasureResult
{
    /// <summary>Gets the names of the inputs.</summary>
    public required IReadOnlyList<string> Variables { get; init; }

    /// <summary>Gets the mean effects.</summary>
    public required IReadOnlyList<double> Mu { get; init; }

    /// <summary>Gets the mean absolute effects.</summary>
    public required IReadOnlyList<double> MuStar { get; init; }

    /// <summary>Gets the lower limits of the mean absolute effects, at least 0; NaN with one trajectory.</summary>
    public required IReadOnlyList<double> MuStarConfLow { get; init; }

    /// <summary>Gets the upper limits of the mean absolute effects.</summary>
    public required IReadOnlyList<double> MuStarConfHigh { get; init; }

    /// <summary>Gets the standard deviations of the effects (n − 1); NaN with one trajectory.</summary>
    public required IReadOnlyList<double> Sigma { get; init; }

    /// <summary>Gets the medians of the absolute effects.</summary>
    public required IReadOnlyList<double> MedianAbsolute { get; init; }

    /// <summary>Gets the effects, trajectory after trajectory and input after input.</summary>
    public required IReadOnlyList<double> Effects { get; init; }

    /// <summary>Gets the mean absolute effects of the first half of the trajectories; NaN with fewer than four.</summary>
    public required IReadOnlyList<double> MuStarHalf { get; init; }

    /// <summary>Gets the largest change of a mean absolute effect from the first half of the trajectories to all, as a share of the largest.</summary>
    public required double GreatestChange { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Vector("variable", Variables)
        .Vector("mu", Mu)
        .Vector("mu_star", MuStar)
        .Vector("mu_star_conf_low", MuStarConfLow)
        .Vector("mu_star_conf_high", MuStarConfHigh)
        .Vector("sigma", Sigma)
        .Vector("median_abs", MedianAbsolute)
        .Matrix(
            "effect",
            Enumerable.Range(1, Effects.Count / Variables.Count).Select(trajectory => FormattableString.Invariant($"{trajectory}")),
            Variables,
            Effects)
        .Vector("mu_star_half", MuStarHalf)
        .Scalar("greatest_change", GreatestChange);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "elementary_effect",
        Column.Of("variable", Variables, "Input", "Input of the model."),
        Column.Of("mu_star", MuStar, "μ*", "", "Mean absolute effect of moving the input over its range.", recommended: true),
        Column.Of("mu_star_conf_low", MuStarConfLow, "μ* from", "", "Lower limit."),
        Column.Of("mu_star_conf_high", MuStarConfHigh, "μ* to", "", "Upper limit."),
        Column.Of("mu", Mu, "μ", "", "Mean effect; effects of both signs cancel."),
        Column.Of("sigma", Sigma, "σ", "", "Standard deviation of the effects: not linear, or together with others."),
        Column.Of("median_abs", MedianAbsolute, "Median", "", "Median absolute effect."),
        Column.Of("mu_star_half", MuStarHalf, "μ*, half", "", "From the first half of the trajectories."));
}
