using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Econometrics;

/// <summary>A proportional hazards regression.</summary>
public sealed record ProportionalHazardsRegressionResult : IMeasureResult
{
    /// <summary>Gets the coefficients of the logarithm of the hazard; infinite, with no standard error, where the event always
    /// came to the subject with the greatest value.</summary>
    public required CoefficientTable Coefficients { get; init; }

    /// <summary>Gets the covariance of the coefficients, row after row.</summary>
    public required IReadOnlyList<double> Covariance { get; init; }

    /// <summary>Gets the partial likelihood; of the null model at coefficients of 0.</summary>
    public required LikelihoodSummary Fit { get; init; }

    /// <summary>Gets Harrell's C.</summary>
    public required double Concordance { get; init; }

    /// <summary>Gets the test of each term, and of all together, that its coefficient does not drift with time.</summary>
    public required IReadOnlyList<TermTest> ProportionalityTests { get; init; }

    /// <summary>Gets the number of events.</summary>
    public required int Events { get; init; }

    /// <summary>Gets exp(estimate): how the hazard is multiplied per unit.</summary>
    public IReadOnlyList<double> HazardRatios => [.. Coefficients.Estimates.Select(Math.Exp)];

    /// <summary>Gets the rows of the sample that were used, from 0.</summary>
    public required IReadOnlyList<int> Rows { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Coefficients(Coefficients)
        .Vector("hazard_ratio", HazardRatios)
        .Likelihood(Fit)
        .Scalar("events", Events)
        .Scalar("concordance", Concordance)
        .Vector("tested_term", ProportionalityTests.Select(test => test.Term))
        .Vector("proportionality_statistic", ProportionalityTests.Select(test => test.Statistic))
        .Vector("proportionality_df", ProportionalityTests.Select(test => test.DegreesOfFreedom))
        .Vector("proportionality_p_value", ProportionalityTests.Select(test => test.PValue))
        .Matrix("covariance_matrix", Coefficients.Terms, Coefficients.Terms, Covariance);

    /// <inheritdoc/>
    public Table ToTable() => Coefficients.ToTable("proportional_hazards_regression");
}
