using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Econometrics;

/// <summary>A linear regression with absorbed fixed effects.</summary>
public sealed record FixedEffectsRegressionResult : IMeasureResult
{
    /// <summary>Gets the coefficients.</summary>
    public required CoefficientTable Coefficients { get; init; }

    /// <summary>Gets the covariance of the estimates, term × term, row after row.</summary>
    public required IReadOnlyList<double> Covariance { get; init; }

    /// <summary>Gets the share of variance explained by terms and effects.</summary>
    public required double RSquared { get; init; }

    /// <summary>Gets the share that the terms explain of what the effects leave.</summary>
    public required double WithinRSquared { get; init; }

    /// <summary>Gets the residual standard deviation with n − K degrees of freedom, all effects counted.</summary>
    public required double Sigma { get; init; }

    /// <summary>Gets the Gaussian log-likelihood with the maximum-likelihood variance.</summary>
    public required double LogLikelihood { get; init; }

    /// <summary>Gets the number of absorbed parameters: all groups less one for each set after the first.</summary>
    public required int AbsorbedParameters { get; init; }

    /// <summary>Gets how many rows were left out, because they are alone in a group.</summary>
    public required int Singletons { get; init; }

    /// <summary>Gets the number of clusters of each grouping; empty without clusters.</summary>
    public required IReadOnlyList<int> Clusters { get; init; }

    /// <summary>Gets the effects that were taken out.</summary>
    public required IReadOnlyList<AbsorbedEffects> Effects { get; init; }

    /// <summary>Gets the rows of the sample that were used, from 0, ascending.</summary>
    public required IReadOnlyList<int> Rows { get; init; }

    /// <summary>Gets the residual of each of these rows.</summary>
    public required IReadOnlyList<double> Residuals { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Coefficients(Coefficients)
        .Scalar("n", Rows.Count)
        .Scalar("r_squared", RSquared)
        .Scalar("within_r_squared", WithinRSquared)
        .Scalar("sigma", Sigma)
        .Scalar("log_likelihood", LogLikelihood)
        .Scalar("absorbed_parameters", AbsorbedParameters)
        .Scalar("singletons", Singletons);

    /// <inheritdoc/>
    public Table ToTable() => Coefficients.ToTable("fixed_effects_regression");
}
