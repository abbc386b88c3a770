using Karkhana.Core.Inference;
using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Econometrics;

/// <summary>A dynamic panel regression by difference GMM.</summary>
public sealed record DynamicPanelGmmResult : IMeasureResult
{
    /// <summary>Gets the coefficients.</summary>
    public required CoefficientTable Coefficients { get; init; }

    /// <summary>Gets the covariance of the estimates, term × term, row after row.</summary>
    public required IReadOnlyList<double> Covariance { get; init; }

    /// <summary>Gets the constants of the differenced equation by period; empty without time effects.</summary>
    public required IReadOnlyList<double> PeriodEffects { get; init; }

    /// <summary>Gets the test of the instruments that are more than needed.</summary>
    public required WaldTest Sargan { get; init; }

    /// <summary>Gets z of differenced residuals correlated over one period; expected below 0.</summary>
    public required double FirstOrder { get; init; }

    /// <summary>Gets z of differenced residuals correlated over two periods; should not differ from 0.</summary>
    public required double SecondOrder { get; init; }

    /// <summary>Gets the number of instruments.</summary>
    public required int Instruments { get; init; }

    /// <summary>Gets the number of units with a differenced row.</summary>
    public required int Units { get; init; }

    /// <summary>Gets the number of differenced rows.</summary>
    public required int Rows { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Coefficients(Coefficients)
        .Scalar("sargan", Sargan.Statistic)
        .Scalar("sargan_df", Sargan.DegreesOfFreedom)
        .Scalar("sargan_p_value", Sargan.PValue)
        .Scalar("m1", FirstOrder)
        .Scalar("m1_p_value", NormalTail.PValue(FirstOrder, Alternative.TwoSided))
        .Scalar("m2", SecondOrder)
        .Scalar("m2_p_value", NormalTail.PValue(SecondOrder, Alternative.TwoSided))
        .Scalar("instruments", Instruments)
        .Scalar("units", Units)
        .Scalar("n", Rows);

    /// <inheritdoc/>
    public Table ToTable() => Coefficients.ToTable("dynamic_panel_gmm");
}
