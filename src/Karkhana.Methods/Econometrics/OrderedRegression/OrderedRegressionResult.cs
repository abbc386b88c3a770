using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Econometrics;

/// <summary>A cumulative link model of an ordered outcome.</summary>
public sealed record OrderedRegressionResult : IMeasureResult
{
    /// <summary>Gets the coefficients, then the thresholds <c>threshold_1</c>, <c>threshold_2</c>, …; infinite, with no
    /// standard error, where terms part the answers.</summary>
    public required CoefficientTable Coefficients { get; init; }

    /// <summary>Gets the covariance of coefficients and thresholds, row after row.</summary>
    public required IReadOnlyList<double> Covariance { get; init; }

    /// <summary>Gets how well the model fits; the null model has thresholds only.</summary>
    public required LikelihoodSummary Fit { get; init; }

    /// <summary>Gets the categories as coded, in order.</summary>
    public required IReadOnlyList<double> Categories { get; init; }

    /// <summary>Gets the test that one coefficient per term serves all thresholds: Brant's Wald test of
    /// the separate binary regressions at each threshold; null for links other than the logit and for two
    /// categories.</summary>
    public required TermTest? ParallelTest { get; init; }

    /// <summary>Gets the fitted probabilities by category, then by row used.</summary>
    public required IReadOnlyList<IReadOnlyList<double>> Probabilities { get; init; }

    /// <summary>Gets the rows of the sample that were used, from 0.</summary>
    public required IReadOnlyList<int> Rows { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Coefficients(Coefficients)
        .Likelihood(Fit)
        .Scalar("pseudo_r_squared", Fit.PseudoRSquared)
        .Vector("category", Categories)
        .Scalar("parallel_statistic", ParallelTest?.Statistic ?? double.NaN)
        .Scalar("parallel_df", ParallelTest?.DegreesOfFreedom ?? double.NaN)
        .Scalar("parallel_p_value", ParallelTest?.PValue ?? double.NaN)
        .Matrix("covariance_matrix", Coefficients.Terms, Coefficients.Terms, Covariance);

    /// <inheritdoc/>
    public Table ToTable() => Coefficients.ToTable("ordered_regression");
}
