using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Econometrics;

/// <summary>Tests of unit effects in a panel.</summary>
public sealed record UnitEffectsTestResult : IMeasureResult
{
    /// <summary>Gets the F statistic of the within against the pooled regression.</summary>
    public required double FStatistic { get; init; }

    /// <summary>Gets its degrees of freedom above.</summary>
    public required double Above { get; init; }

    /// <summary>Gets its degrees of freedom below.</summary>
    public required double Below { get; init; }

    /// <summary>Gets the Lagrange multiplier statistic of random unit effects, χ² with one degree of freedom.</summary>
    public required double LagrangeMultiplier { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <summary>Gets the upper tail of F.</summary>
    public double FPValue => FisherF.UpperTail(FStatistic, Above, Below);

    /// <summary>Gets the upper tail of the Lagrange multiplier statistic.</summary>
    public double LagrangeMultiplierPValue => ChiSquare.UpperTail(LagrangeMultiplier, 1);

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Scalar("f_statistic", FStatistic)
        .Scalar("df1", Above)
        .Scalar("df2", Below)
        .Scalar("f_p_value", FPValue)
        .Scalar("lm_statistic", LagrangeMultiplier)
        .Scalar("lm_p_value", LagrangeMultiplierPValue);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "unit_effects_test",
        Column.Of("test", (string[])["f", "lagrange-multiplier"], "Test", "F of fixed effects, or Lagrange multiplier of random effects."),
        Column.Of("statistic", (double[])[FStatistic, LagrangeMultiplier], "Statistic", "", "F or chi-square.", recommended: true),
        Column.Of("df1", (double[])[Above, 1], "df above", "", "Degrees of freedom."),
        Column.Of("df2", (double[])[Below, double.NaN], "df below", "", "Degrees of freedom of the residuals; none for chi-square."),
        Column.Of("p_value", (double[])[FPValue, LagrangeMultiplierPValue], "p", "", "Upper tail."));
}
