using Karkhana.Core.Inference;
using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Econometrics;

/// <summary>Tests of spatial dependence after least squares.</summary>
public sealed record SpatialDependenceTestsResult : IMeasureResult
{
    private static readonly string[] Names = ["lm-error", "lm-lag", "lm-error-robust", "lm-lag-robust", "sarma"];

    /// <summary>Gets Moran's I of the residuals.</summary>
    public required double Moran { get; init; }

    /// <summary>Gets its expectation without dependence.</summary>
    public required double MoranExpectation { get; init; }

    /// <summary>Gets its variance under normal errors.</summary>
    public required double MoranVariance { get; init; }

    /// <summary>Gets the score tests: of errors, of a lag, of each given the other, of both.</summary>
    public required IReadOnlyList<ModelTest> Tests { get; init; }

    /// <summary>Gets the rows of the sample that were used, from 0.</summary>
    public required IReadOnlyList<int> Rows { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <summary>Gets the distance of I from its expectation in standard deviations.</summary>
    public double MoranZ => (Moran - MoranExpectation) / Math.Sqrt(MoranVariance);

    /// <summary>Gets the p-value of I, one-sided: neighbours' residuals alike.</summary>
    public double MoranPValue => NormalTail.PValue(MoranZ, Alternative.Greater);

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Scalar("moran", Moran)
        .Scalar("moran_expectation", MoranExpectation)
        .Scalar("moran_variance", MoranVariance)
        .Scalar("moran_z", MoranZ)
        .Scalar("moran_p", MoranPValue)
        .Scalar("n", Rows.Count)
        .Vector("test", Names)
        .Vector("statistic", Tests.Select(test => test.Statistic))
        .Vector("p_value", Tests.Select(test => test.PValue));

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "spatial_dependence_tests",
        Column.Of("test", ["moran", .. Names], "Test", "What is looked for."),
        Column.Of("statistic", [MoranZ, .. Tests.Select(test => test.Statistic)], "Statistic", "", "z of Moran's I; chi-square of the others.", recommended: true),
        Column.Of("df", [double.NaN, .. Tests.Select(test => test.Degrees)], "df", "", "Degrees of freedom of chi-square."),
        Column.Of("p_value", [MoranPValue, .. Tests.Select(test => test.PValue)], "p", "", "One-sided for Moran's I."));
}
