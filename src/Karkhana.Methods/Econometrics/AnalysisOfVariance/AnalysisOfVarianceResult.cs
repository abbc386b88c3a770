using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Econometrics;

/// <summary>A sequential analysis of variance.</summary>
public sealed record AnalysisOfVarianceResult : IMeasureResult
{
    internal const string Residual = "residual";

    /// <summary>Gets the terms in order, then <c>residual</c>.</summary>
    public required IReadOnlyList<string> Terms { get; init; }

    /// <summary>Gets the degrees of freedom; 0 for a term that those before it determine.</summary>
    public required IReadOnlyList<int> DegreesOfFreedom { get; init; }

    /// <summary>Gets the sums of squares.</summary>
    public required IReadOnlyList<double> SumsOfSquares { get; init; }

    /// <summary>Gets the mean squares.</summary>
    public required IReadOnlyList<double> MeanSquares { get; init; }

    /// <summary>Gets the tests; not defined for the residuals.</summary>
    public required IReadOnlyList<ModelTest> Tests { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Vector("term", Terms)
        .Vector("sum_sq", SumsOfSquares)
        .Vector("df", DegreesOfFreedom)
        .Vector("mean_sq", MeanSquares)
        .Vector("statistic", Tests.Select(test => test.Statistic))
        .Vector("p_value", Tests.Select(test => test.PValue));

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "analysis_of_variance",
        Column.Of("term", Terms, "Term", "Terms in order, then the residuals."),
        Column.Of("df", DegreesOfFreedom, "df", "", "Degrees of freedom."),
        Column.Of("sum_sq", SumsOfSquares, "Sum of squares", "", "What the term explains beyond those before it.", recommended: true),
        Column.Of("mean_sq", MeanSquares, "Mean square", "", "Sum of squares over degrees of freedom."),
        Column.Of("statistic", Tests.Select(test => test.Statistic), "F", "", "Mean square over that of the residuals."),
        Column.Of("p_value", Tests.Select(test => test.PValue), "p", "", "Probability of an F at least as large."));
}
