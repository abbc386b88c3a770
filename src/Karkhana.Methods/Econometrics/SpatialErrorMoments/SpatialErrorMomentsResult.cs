using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Econometrics;

/// <summary>A spatial error model by generalised moments.</summary>
public sealed record SpatialErrorMomentsResult : IMeasureResult
{
    /// <summary>Gets the coefficients, with errors as if lambda were known.</summary>
    public required CoefficientTable Coefficients { get; init; }

    /// <summary>Gets the covariance of the coefficients, term × term, row after row.</summary>
    public required IReadOnlyList<double> Covariance { get; init; }

    /// <summary>Gets the spatial error parameter.</summary>
    public required double Lambda { get; init; }

    /// <summary>Gets the error variance that the moments give.</summary>
    public required double Sigma2 { get; init; }

    /// <summary>Gets the residuals of the filtered regression.</summary>
    public required IReadOnlyList<double> Residuals { get; init; }

    /// <summary>Gets the rows of the sample that were used, from 0.</summary>
    public required IReadOnlyList<int> Rows { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs().Coefficients(Coefficients)
        .Scalar("lambda", Lambda)
        .Scalar("sigma2", Sigma2)
        .Scalar("n", Rows.Count);

    /// <inheritdoc/>
    public Table ToTable() => Coefficients.ToTable("spatial_error_moments");
}
