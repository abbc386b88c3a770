using Karkhana.Core.Results;
using Karkhana.Core.Tables;
using Karkhana.Methods.Econometrics;

namespace Karkhana.Agglomeration;

/// <summary>A quadratic of an outcome in density, with its optimum.</summary>
public sealed record DiseconomyCurveResult : ITidyResult
{
    /// <summary>Gets what the curve shows.</summary>
    public required DiseconomyVerdict Verdict { get; init; }

    /// <summary>Gets the regression on intercept, density and its square.</summary>
    public required OrdinaryLeastSquaresResult Regression { get; init; }

    /// <summary>Gets the density at which the slope is 0; a maximum only when the verdict says so.</summary>
    public required double Optimum { get; init; }

    /// <summary>Gets its standard error by the delta method.</summary>
    public required double StandardError { get; init; }

    /// <summary>Gets its confidence set by Fieller's method, which holds where the delta method does not.</summary>
    public required ConfidenceSet Fieller { get; init; }

    /// <summary>Gets the slope at the least density.</summary>
    public required double SlopeAtLeast { get; init; }

    /// <summary>Gets the slope at the greatest density.</summary>
    public required double SlopeAtGreatest { get; init; }

    /// <summary>Gets the p-value of Lind and Mehlum's test; NaN when there is no maximum within the data.</summary>
    public required double PValue { get; init; }

    /// <summary>Gets the least density of the data.</summary>
    public required double LeastDensity { get; init; }

    /// <summary>Gets the greatest density of the data.</summary>
    public required double GreatestDensity { get; init; }

    /// <summary>Gets the confidence level.</summary>
    public required double Level { get; init; }

    /// <summary>Gets the interval of the optimum by the delta method.</summary>
    public (double Low, double High) Delta
    {
        get
        {
            CoefficientTable optimum = new(
                ["optimum"], [Optimum], [StandardError], [Regression.Coefficients.DegreesOfFreedom[1]], Level);
            return (optimum.ConfidenceLow[0], optimum.ConfidenceHigh[0]);
        }
    }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <summary>Gives one row: verdict, optimum, intervals, test.</summary>
    /// <returns>The table <c>diseconomy_curve</c>; the optimum is missing when the verdict is cannot_tell.</returns>
    public Table ToTable()
    {
        bool told = Verdict == DiseconomyVerdict.InvertedU;
        return Table.Of(
            "diseconomy_curve",
            Column.Of("verdict", [(string?)Words.Of(Verdict)], "Verdict", "inverted_u or cannot_tell."),
            Column.Of("n", [Regression.Fit.Observations], "Firms", "", "Firms used."),
            Column.Of("linear", [Regression.Coefficients.Estimates[1]], "Linear", "", "Coefficient of density."),
            Column.Of("square", [Regression.Coefficients.Estimates[2]], "Square", "", "Coefficient of density squared."),
            Column.Of(
                "estimate", [told ? Optimum : double.NaN], "Optimum", "", "Density at which the outcome is highest.", recommended: true),
            Column.Of("std_error", [told ? StandardError : double.NaN], "Standard error", "", "By the delta method."),
            Column.Of("conf_low", [told ? Fieller.Low : double.NaN], "Low", "", "Lower limit by Fieller's method."),
            Column.Of("conf_high", [told ? Fieller.High : double.NaN], "High", "", "Upper limit by Fieller's method."),
            Column.Of("p_value", [PValue], "p", "", "Lind and Mehlum's test of an inverted U."));
    }
}
