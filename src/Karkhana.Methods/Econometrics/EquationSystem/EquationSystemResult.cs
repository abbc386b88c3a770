using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Econometrics;

/// <summary>A system of linear equations.</summary>
public sealed record EquationSystemResult : IMeasureResult
{
    /// <summary>Gets the coefficients, named equation:term.</summary>
    public required CoefficientTable Coefficients { get; init; }

    /// <summary>Gets the covariance of the estimates, term × term, row after row.</summary>
    public required IReadOnlyList<double> Covariance { get; init; }

    /// <summary>Gets the names of the equations.</summary>
    public required IReadOnlyList<string> Equations { get; init; }

    /// <summary>Gets the covariance of the errors of a row between equations, row after row.</summary>
    public required IReadOnlyList<double> ResidualCovariance { get; init; }

    /// <summary>Gets the rows of the sample that were used, from 0.</summary>
    public required IReadOnlyList<int> Rows { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Vector("term", Coefficients.Terms)
        .Vector("estimate", Coefficients.Estimates)
        .Vector("std_error", Coefficients.StandardErrors)
        .Vector("p_value", Coefficients.PValues)
        .Vector("conf_low", Coefficients.ConfidenceLow)
        .Vector("conf_high", Coefficients.ConfidenceHigh)
        .Matrix("residual_covariance", Equations, Equations, ResidualCovariance);

    /// <inheritdoc/>
    public Table ToTable() => Coefficients.ToTable("equation_system");
}
