using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Econometrics;

/// <summary>A Poisson regression.</summary>
public sealed record PoissonRegressionResult : IMeasureResult
{
    /// <summary>Gets the coefficients.</summary>
    public required CoefficientTable Coefficients { get; init; }

    /// <summary>Gets the covariance of the estimates, term × term, row after row.</summary>
    public required IReadOnlyList<double> Covariance { get; init; }

    /// <summary>Gets the log-likelihood.</summary>
    public required double LogLikelihood { get; init; }

    /// <summary>Gets twice the distance of the log-likelihood from that of a perfect fit.</summary>
    public required double Deviance { get; init; }

    /// <summary>Gets Pearson's χ² over n − k, absorbed effects counted.</summary>
    public required double Dispersion { get; init; }

    /// <summary>Gets the number of absorbed parameters.</summary>
    public required int AbsorbedParameters { get; init; }

    /// <summary>Gets how many rows were left out, because nothing but the outcome 0 can come of them.</summary>
    public required int SeparatedRows { get; init; }

    /// <summary>Gets the iterations.</summary>
    public required int Iterations { get; init; }

    /// <summary>Gets the number of clusters of each grouping; empty without clusters.</summary>
    public required IReadOnlyList<int> Clusters { get; init; }

    /// <summary>Gets the effects that were taken out.</summary>
    public required IReadOnlyList<AbsorbedEffects> Effects { get; init; }

    /// <summary>Gets the rows of the sample that were used, from 0, ascending.</summary>
    public required IReadOnlyList<int> Rows { get; init; }

    /// <summary>Gets the fitted mean of each of these rows.</summary>
    public required IReadOnlyList<double> Means { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Coefficients(Coefficients)
        .Scalar("n", Rows.Count)
        .Scalar("log_likelihood", LogLikelihood)
        .Scalar("deviance", Deviance)
        .Scalar("dispersion", Dispersion)
        .Scalar("separated", SeparatedRows);

    /// <inheritdoc/>
    public Table ToTable() => Coefficients.ToTable("poisson_regression");
}
