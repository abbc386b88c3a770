using Karkhana.Core.Errors;
using Karkhana.Core.Kernels;

namespace Karkhana.Methods.Psychometrics;

/// <summary>The standard error of measurement of scores that are means of items.</summary>
public static class SumScoreError
{
    /// <summary>Gives the error of each score.</summary>
    /// <remarks>
    /// s·√((1 − α)·k/a) with s the standard deviation of the known scores, α taken within 0 and 1, k the items and a those
    /// that the respondent answered: α holds for all items, and fewer of them measure less well. Assumes that items measure
    /// one thing alike. Cost: one pass. Source: Lord and Novick 1968, Statistical Theories of Mental Test Scores.
    /// </remarks>
    /// <param name="scores">The scores; NaN for respondents without.</param>
    /// <param name="answered">The items that each respondent answered.</param>
    /// <param name="items">The items of the score.</param>
    /// <param name="alpha">Their alpha; NaN when it is not known, then no error is.</param>
    /// <returns>One error per score; NaN where there is no score.</returns>
    public static double[] Of(IReadOnlyList<double> scores, IReadOnlyList<int> answered, int items, double alpha)
    {
        ArgumentNullException.ThrowIfNull(scores);
        ArgumentNullException.ThrowIfNull(answered);
        Require.SameLength(scores.Count, answered.Count, nameof(answered));
        Require.Between(items, 1, int.MaxValue, nameof(items));
        double spread = Math.Sqrt(Sums.Variance([.. scores.Where(score => !double.IsNaN(score))]));
        double share = 1 - Math.Clamp(alpha, 0, 1);
        return [.. scores.Select((score, respondent) => double.IsNaN(score)
            ? double.NaN
            : spread * Math.Sqrt(share * items / answered[respondent]))];
    }
}
