using Karkhana.Core.Tables;

namespace Karkhana.Methods.Econometrics;

/// <summary>Effects with bootstrap standard errors and limits.</summary>
/// <param name="Effects">The names.</param>
/// <param name="Estimates">The estimates.</param>
/// <param name="StandardErrors">The standard deviations (n − 1) of the bootstrap estimates.</param>
/// <param name="ConfidenceLow">The lower limits.</param>
/// <param name="ConfidenceHigh">The upper limits.</param>
public sealed record EffectTable(
    IReadOnlyList<string> Effects,
    IReadOnlyList<double> Estimates,
    IReadOnlyList<double> StandardErrors,
    IReadOnlyList<double> ConfidenceLow,
    IReadOnlyList<double> ConfidenceHigh)
{
    /// <summary>Gets the number of bootstrap samples.</summary>
    public int Draws { get; init; }

    /// <summary>Gets the samples on which each effect is defined.</summary>
    public IReadOnlyList<int> DrawsUsed { get; init; } = [];

    /// <summary>Gets the bootstrap estimates of each effect, NaN where a sample gave none: to combine tables of several plausible data
    /// sets.</summary>
    public IReadOnlyList<IReadOnlyList<double>> Samples { get; init; } = [];

    /// <summary>Gives one row per effect.</summary>
    /// <param name="name">The name of the table.</param>
    /// <returns>The table.</returns>
    public Table ToTable(string name) => Table.Of(
        name,
        Column.Of("effect", Effects, "Effect", "Part of the association between treatment and outcome."),
        Column.Of("estimate", Estimates, "Estimate", "", "In units of the outcome per unit of the treatment.", recommended: true),
        Column.Of("std_error", StandardErrors, "Standard error", "", "Standard deviation of the bootstrap estimates."),
        Column.Of("conf_low", ConfidenceLow, "Low", "", "Lower confidence limit."),
        Column.Of("conf_high", ConfidenceHigh, "High", "", "Upper confidence limit."));
}
