using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Econometrics;

/// <summary>A regression by two-stage least squares.</summary>
public sealed record TwoStageLeastSquaresResult : IMeasureResult
{
    /// <summary>Gets the coefficients.</summary>
    public required CoefficientTable Coefficients { get; init; }

    /// <summary>Gets the covariance of the estimates, term × term, row after row.</summary>
    public required IReadOnlyList<double> Covariance { get; init; }

    /// <summary>Gets the residual standard deviation.</summary>
    public required double Sigma { get; init; }

    /// <summary>Gets the tests of the instruments.</summary>
    public required InstrumentTests Tests { get; init; }

    /// <summary>Gets outcome less fitted value of the true regressors, one per used row.</summary>
    public required IReadOnlyList<double> Residuals { get; init; }

    /// <summary>Gets the rows of the sample that were used, from 0.</summary>
    public required IReadOnlyList<int> Rows { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    private ModelTest Weakest => Tests.FirstStages.MinBy(stage => stage.Test.Statistic)!.Test;

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Vector("term", Coefficients.Terms)
        .Vector("estimate", Coefficients.Estimates)
        .Vector("std_error", Coefficients.StandardErrors)
        .Vector("p_value", Coefficients.PValues)
        .Vector("conf_low", Coefficients.ConfidenceLow)
        .Vector("conf_high", Coefficients.ConfidenceHigh)
        .Scalar("n", Rows.Count)
        .Scalar("sigma", Sigma)
        .Scalar("weak_instrument_f", Weakest.Statistic)
        .Scalar("weak_instrument_p", Weakest.PValue)
        .Scalar("wu_hausman", Tests.WuHausman.Statistic)
        .Scalar("wu_hausman_p", Tests.WuHausman.PValue)
        .Scalar("sargan", Tests.Sargan.Statistic)
        .Scalar("sargan_p", Tests.Sargan.PValue)
        .Scalar("hansen_j", Tests.HansenJ.Statistic)
        .Scalar("hansen_j_p", Tests.HansenJ.PValue)
        .Scalar("cragg_donald_f", Tests.CraggDonaldF)
        .Scalar("kleibergen_paap_f", Tests.KleibergenPaapF);

    /// <inheritdoc/>
    public Table ToTable() => Coefficients.ToTable("two_stage_least_squares");
}
