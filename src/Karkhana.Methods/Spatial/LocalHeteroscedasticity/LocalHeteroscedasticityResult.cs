using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Spatial;

/// <summary>Local heteroscedasticity of each unit.</summary>
public sealed record LocalHeteroscedasticityResult : IMeasureResult
{
    /// <summary>Gets the ids of the units.</summary>
    public required IReadOnlyList<string> Units { get; init; }

    /// <summary>Gets H_i; NaN when not defined.</summary>
    public required IReadOnlyList<double> Estimates { get; init; }

    /// <summary>Gets the variance of each.</summary>
    public required IReadOnlyList<double> Variances { get; init; }

    /// <summary>Gets the mean of the neighbours of each.</summary>
    public required IReadOnlyList<double> LocalMeans { get; init; }

    /// <summary>Gets the squared difference of each value from that mean.</summary>
    public required IReadOnlyList<double> Residuals { get; init; }

    /// <summary>Gets 2 H_i/Var_i; NaN where the variance is 0.</summary>
    public IReadOnlyList<double> Statistics =>
        [.. Estimates.Zip(Variances, (estimate, variance) => variance > 0 ? 2 * estimate / variance : double.NaN)];

    /// <summary>Gets the probability of as much scatter or more, by the chi-square approximation.</summary>
    public IReadOnlyList<double> PValues => [.. Statistics.Zip(Variances, (statistic, variance) => ChiSquare.UpperTail(statistic, 2 / variance))];

    /// <inheritdoc/>
    public IReadOnlyList<Note> Notes { get; init; } = [];

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Vector("unit", Units)
        .Vector("estimate", Estimates)
        .Vector("variance", Variances)
        .Vector("statistic", Statistics)
        .Vector("local_mean", LocalMeans)
        .Vector("residual", Residuals);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "local_heteroscedasticity",
        Column.Of("unit", Units, "Unit", "Id of the unit."),
        Column.Of("estimate", Estimates, "H", "", "Above 1: more scatter around here than elsewhere.", recommended: true),
        Column.Of("variance", Variances, "Variance", "", "Under the null."),
        Column.Of("statistic", Statistics, "Chi-square", "", "2 H / Var."),
        Column.Of("p_value", PValues, "p", "", "Upper tail, 2 / Var degrees of freedom."),
        Column.Of("local_mean", LocalMeans, "Local mean", "", "Mean of the neighbours."),
        Column.Of("residual", Residuals, "Squared residual", "", "Squared difference from the local mean."));
}
