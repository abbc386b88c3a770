using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Experiments;

/// <summary>Lower-orthant probabilities.</summary>
public sealed record BivariateNormalProbabilityResult : IMeasureResult
{
    /// <summary>Gets the points.</summary>
    public required CorrelatedPoints Points { get; init; }

    /// <summary>Gets the probabilities, in the same order.</summary>
    public required IReadOnlyList<double> Values { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Vector("point", Enumerable.Range(1, Values.Count))
        .Vector("value", Values);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "bivariate_normal_probability",
        Column.Of("x", Points.X, "x", "", "First limit."),
        Column.Of("y", Points.Y, "y", "", "Second limit."),
        Column.Of("rho", Points.Correlations, "ρ", "", "Correlation."),
        Column.Of("value", Values, "Probability", "", "That both variables stay at or below their limits.", recommended: true));
}
