using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Econometrics;

/// <summary>A learning curve.</summary>
public sealed record LearningCurveResult : IMeasureResult
{
    internal const string Slope = "slope";

    /// <summary>Gets the coefficients: intercept and slope, or scale and slope.</summary>
    public required CoefficientTable Coefficients { get; init; }

    /// <summary>Gets the residual sum of squares, in logarithms or in units of cost.</summary>
    public required double ResidualSumOfSquares { get; init; }

    /// <summary>Gets what is left of the cost when output has doubled.</summary>
    public double ProgressRatio => Ratio(Coefficients.Estimates[1]);

    /// <summary>Gets the share of the cost that a doubling takes away.</summary>
    public double LearningRate => 1 - ProgressRatio;

    /// <summary>Gets the lower limit of the learning rate.</summary>
    public double LearningRateLow => 1 - Ratio(Coefficients.ConfidenceHigh[1]);

    /// <summary>Gets the upper limit of the learning rate.</summary>
    public double LearningRateHigh => 1 - Ratio(Coefficients.ConfidenceLow[1]);

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Vector("term", Coefficients.Terms)
        .Vector("estimate", Coefficients.Estimates)
        .Vector("std_error", Coefficients.StandardErrors)
        .Scalar("progress_ratio", ProgressRatio)
        .Scalar("learning_rate", LearningRate)
        .Scalar("learning_rate_low", LearningRateLow)
        .Scalar("learning_rate_high", LearningRateHigh)
        .Scalar("residual_sum_of_squares", ResidualSumOfSquares);

    /// <inheritdoc/>
    public Table ToTable() => Coefficients.ToTable("learning_curve");

    private static double Ratio(double slope) => Math.Pow(2, slope);
}
