using Karkhana.Core.Kernels;

namespace Karkhana.Data.Surveys;

/// <summary>A mean over respondents with their sampling weights.</summary>
/// <param name="Mean">Σwx/Σw; NaN without respondents.</param>
/// <param name="StandardError">√Σw²(x − x̄)²/Σw; NaN with fewer than two respondents.</param>
/// <param name="EffectiveNumber">(Σw)²/Σw²: the number of equal weights with the same precision.</param>
/// <param name="Number">The respondents.</param>
public sealed record WeightedMean(double Mean, double StandardError, double EffectiveNumber, int Number)
{
    /// <summary>Averages a value over respondents.</summary>
    /// <remarks>The standard error is the linearised one of a ratio for sampling with replacement. Source: Särndal,
    /// Swensson and Wretman 1992, Model Assisted Survey Sampling, 5.7; effective number: Kish 1965.</remarks>
    /// <param name="survey">The survey, for its weights.</param>
    /// <param name="respondents">The positions of the respondents.</param>
    /// <param name="value">The value of each; must be a number.</param>
    /// <returns>The mean.</returns>
    public static WeightedMean Of(Survey survey, IReadOnlyList<int> respondents, Func<int, double> value)
    {
        ArgumentNullException.ThrowIfNull(survey);
        ArgumentNullException.ThrowIfNull(respondents);
        ArgumentNullException.ThrowIfNull(value);
        double[] values = [.. respondents.Select(value)];
        double[] weights = [.. respondents.Select(respondent => survey.Weights[respondent])];
        double total = Sums.Sum(weights);
        double mean = values.Length == 0 ? double.NaN : Sums.Dot(weights, values) / total;
        double[] residuals = [.. values.Select((x, i) => weights[i] * (x - mean))];
        return new WeightedMean(
            mean,
            values.Length < 2 ? double.NaN : Math.Sqrt(Sums.Dot(residuals, residuals)) / total,
            values.Length == 0 ? 0 : total * total / Sums.Dot(weights, weights),
            values.Length);
    }
}
