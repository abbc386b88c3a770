using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Econometrics;

/// <summary>A tobit regression.</summary>
public sealed record TobitRegressionResult : IMeasureResult
{
    /// <summary>Gets the coefficients of the latent outcome.</summary>
    public required CoefficientTable Coefficients { get; init; }

    /// <summary>Gets the covariance of the coefficients, row after row.</summary>
    public required IReadOnlyList<double> Covariance { get; init; }

    /// <summary>Gets the standard deviation of the latent outcome given the terms.</summary>
    public required double Scale { get; init; }

    /// <summary>Gets its standard error.</summary>
    public required double ScaleStandardError { get; init; }

    /// <summary>Gets how well the model fits; the null model has a constant and a scale of its own.</summary>
    public required LikelihoodSummary Fit { get; init; }

    /// <summary>Gets the rows at or below the left limit, between the limits, and at or above the right limit.</summary>
    public required (int Left, int Between, int Right) Counts { get; init; }

    /// <summary>Gets the change of the observed outcome per unit of each term, on average over the rows: the coefficient times
    /// the mean chance to lie between the limits; NaN for the constant.</summary>
    public required IReadOnlyList<double> AverageMarginalEffects { get; init; }

    /// <summary>Gets the rows of the sample that were used, from 0.</summary>
    public required IReadOnlyList<int> Rows { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Coefficients(Coefficients)
        .Vector("average_marginal_effect", AverageMarginalEffects)
        .Scalar("scale", Scale)
        .Scalar("scale_std_error", ScaleStandardError)
        .Likelihood(Fit)
        .Scalar("left_censored", Counts.Left)
        .Scalar("uncensored", Counts.Between)
        .Scalar("right_censored", Counts.Right)
        .Matrix("covariance_matrix", Coefficients.Terms, Coefficients.Terms, Covariance);

    /// <inheritdoc/>
    public Table ToTable() => Coefficients.ToTable("tobit_regression");
}
