using Karkhana.Methods.Econometrics;

namespace Karkhana.Learning;

/// <summary>Turns fits and draws into the estimates that hypotheses speak of.</summary>
internal static class HypothesisParts
{
    /// <summary>Gives the slope of a term.</summary>
    public static IEnumerable<HypothesisPart> Slope(LearningFit? fit, string term, Expectation expected) =>
        fit is null || fit.Coefficients.Find(term) is not (>= 0 and int place)
            ? []
            : [Estimated(
                $"{fit.Equation.Outcome} ~ {term}", expected,
                (fit.Coefficients.Estimates[place], fit.Coefficients.StandardErrors[place], fit.Coefficients.DegreesOfFreedom[place]), fit.Firms.Count)
                .AtLeast(fit.WildPValueOf(term))];

    /// <summary>Gives the slope of one term less that of another, or their sum.</summary>
    public static IEnumerable<HypothesisPart> Contrast(LearningFit? fit, string term, string other, int sign, Expectation expected) =>
        Combination(fit, term, other, sign, $"{term} {(sign > 0 ? "+" : "−")} {other}", expected);

    /// <summary>Gives the slope of one term plus a multiple of that of another.</summary>
    public static IEnumerable<HypothesisPart> Combination(
        LearningFit? fit, string term, string other, double multiple, string name, Expectation expected) =>
        fit is null || SlopeOf(fit, term, other, multiple) is not { } slope
            ? []
            : [Estimated($"{fit.Equation.Outcome} ~ {name}", expected, slope, fit.Firms.Count)];

    /// <summary>Gives the slope of one term plus a multiple of that of another, with standard error and degrees of freedom; null when a term was not
    /// estimated.</summary>
    public static (double Estimate, double Error, double Degrees)? SlopeOf(LearningFit fit, string term, string other, double multiple)
    {
        if (fit.Coefficients.Find(term) is not (>= 0 and int first) || fit.Coefficients.Find(other) is not (>= 0 and int second))
        {
            return null;
        }

        CoefficientTable table = fit.Coefficients;
        double variance = fit.Covariance(term, term) + (multiple * multiple * fit.Covariance(other, other)) + (2 * multiple * fit.Covariance(term, other));
        return (
            table.Estimates[first] + (multiple * table.Estimates[second]), Math.Sqrt(Math.Max(0, variance)),
            Math.Min(table.DegreesOfFreedom[first], table.DegreesOfFreedom[second]));
    }

    /// <summary>Gives an estimate with the percentiles of its draws.</summary>
    public static HypothesisPart Drawn(string name, Expectation expected, double estimate, double[] draws, double pValue, int firms)
    {
        PathInterval wide = CoefficientDraws.Interval(estimate, draws, 0.95);
        PathInterval equivalence = CoefficientDraws.Interval(estimate, draws, 0.9);
        return new HypothesisPart(name, expected, estimate, wide.Low, wide.High, equivalence.Low, equivalence.High, pValue, firms);
    }

    /// <summary>Gives an estimate with its limits by Student's t.</summary>
    public static HypothesisPart Estimated(string name, Expectation expected, (double Estimate, double Error, double Degrees) of, int firms)
    {
        CoefficientTable wide = new([name], [of.Estimate], [of.Error], [of.Degrees], 0.95);
        CoefficientTable equivalence = wide with { Level = 0.9 };
        return new HypothesisPart(
            name, expected, of.Estimate, wide.ConfidenceLow[0], wide.ConfidenceHigh[0], equivalence.ConfidenceLow[0], equivalence.ConfidenceHigh[0],
            wide.PValues[0], firms);
    }
}
