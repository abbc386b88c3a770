using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Econometrics;

/// <summary>A linear panel regression.</summary>
public sealed record PanelRegressionResult : IMeasureResult
{
    /// <summary>Gets the coefficients.</summary>
    public required CoefficientTable Coefficients { get; init; }

    /// <summary>Gets the covariance of the estimates, term × term, row after row.</summary>
    public required IReadOnlyList<double> Covariance { get; init; }

    /// <summary>Gets the share of variance explained in the transformed regression.</summary>
    public required double RSquared { get; init; }

    /// <summary>Gets the residual degrees of freedom, effects counted.</summary>
    public required double DegreesOfFreedom { get; init; }

    /// <summary>Gets the share of its mean that random effects take out of each unit; empty for other
    /// estimators.</summary>
    public required IReadOnlyList<double> QuasiDemeaning { get; init; }

    /// <summary>Gets the variance of what differs from row to row; NaN where the estimator does not give it.</summary>
    public required double IdiosyncraticVariance { get; init; }

    /// <summary>Gets the variance of the unit effects; NaN for all but random effects.</summary>
    public required double UnitVariance { get; init; }

    /// <summary>Gets the units that have a row that was used.</summary>
    public required IReadOnlyList<string> Units { get; init; }

    /// <summary>Gets the effect of each unit: the mean of what the terms leave of its outcome.</summary>
    public required IReadOnlyList<double> Effects { get; init; }

    /// <summary>Gets the complete rows of the sample, from 0, unit after unit in the order of time.</summary>
    public required IReadOnlyList<int> Rows { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <summary>Gets the quasi-demeaning share that all units have in common; NaN when it differs between them.</summary>
    public double Theta => QuasiDemeaning.Count > 0 && QuasiDemeaning.All(share => share == QuasiDemeaning[0])
        ? QuasiDemeaning[0]
        : double.NaN;

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Coefficients(Coefficients)
        .Scalar("n", Rows.Count)
        .Scalar("df", DegreesOfFreedom)
        .Scalar("r_squared", RSquared)
        .Scalar("theta", Theta)
        .Scalar("sigma2_idiosyncratic", IdiosyncraticVariance)
        .Scalar("sigma2_unit", UnitVariance)
        .Vector("unit", Units)
        .Vector("effect", Effects);

    /// <inheritdoc/>
    public Table ToTable() => Coefficients.ToTable("panel_regression");
}
