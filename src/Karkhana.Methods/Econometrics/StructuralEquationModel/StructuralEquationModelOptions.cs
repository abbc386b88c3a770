using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Econometrics;

/// <summary>What can be set on a structural equation model.</summary>
public sealed record StructuralEquationModelOptions
{
    /// <summary>Gets the model.</summary>
    /// <value>Required; <see cref="StructuralModel.Parse"/> reads it from text.</value>
    [Description("Object: measurement {factor: [indicators]}, regression {outcome: [predictors]}, covariance [[a, b], ...], defined {name: [[parameter, ...], ...]}, fixed {parameter: number}, equal [[parameter, ...], ...].")]
    public required StructuralModel Model { get; init; }

    /// <summary>Gets how the unit of a factor is set.</summary>
    /// <value><see cref="FactorScaling.Marker"/> unless set.</value>
    [Description("Unit of a factor: first loading 1, or variance 1.")]
    public FactorScaling Scaling { get; init; }

    /// <summary>Gets the estimator.</summary>
    /// <value><see cref="StructuralEstimator.MaximumLikelihood"/> unless set.</value>
    [Description("Maximum likelihood of numbers, or diagonally weighted least squares of polychoric correlations.")]
    public StructuralEstimator Estimator { get; init; }

    /// <summary>Gets the correction of test and standard errors.</summary>
    /// <value><see cref="TestCorrection.None"/> unless set; diagonally weighted estimates always have their own.</value>
    [Description("Robust test and standard errors of maximum likelihood.")]
    public TestCorrection Correction { get; init; }

    /// <summary>Gets what becomes of rows with a missing value.</summary>
    /// <value><see cref="IncompleteRows.Listwise"/> unless set.</value>
    [Description("Rows with a missing value are left out, or enter with what they show.")]
    public IncompleteRows Missing { get; init; }

    /// <summary>Gets the confidence level.</summary>
    /// <value>Above 0 and below 1; 0.95 unless set.</value>
    [Description("Confidence level.")]
    public double Level { get; init => field = Require.Between(value, 1e-6, 1 - 1e-6); } = 0.95;

    /// <summary>Gets the number of bootstrap samples of rows.</summary>
    /// <value>0 or 19 to 100 000; 0 unless set: no bootstrap.</value>
    [Description("Bootstrap samples of rows; 0 = none.")]
    public int Replicates { get; init => field = value == 0 ? 0 : Require.Between(value, 19, 100_000); }

    /// <summary>Gets the seed.</summary>
    /// <value>1993 unless set.</value>
    [Description("Seed of the bootstrap.")]
    public ulong Seed { get; init; } = 1993;

    /// <summary>Refuses options that do not go together.</summary>
    internal void RequireConsistent()
    {
        bool weighted = Estimator == StructuralEstimator.DiagonallyWeighted;
        Require.That(
            !weighted || Correction == TestCorrection.None, nameof(Correction),
            $"must be none with the diagonally weighted estimator, which has its own; it was {Correction}");
        Require.That(
            !weighted || Missing == IncompleteRows.Listwise, nameof(Missing),
            $"must be listwise with the diagonally weighted estimator; it was {Missing}");
        Require.That(
            Missing == IncompleteRows.Listwise || Correction != TestCorrection.SatorraBentler, nameof(Correction),
            $"must be none or yuan-bentler with full information; it was {Correction}");
    }
}
