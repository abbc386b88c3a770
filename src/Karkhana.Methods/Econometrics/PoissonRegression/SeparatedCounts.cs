using Karkhana.Core.Execution;

namespace Karkhana.Methods.Econometrics;

/// <summary>Finds rows of a count model that nothing but the outcome 0 can come of.</summary>
/// <remarks>
/// A row with outcome 0 is separated when some combination of terms and effects is 0 wherever the outcome is above 0, and
/// nowhere below 0 else, and above 0 in that row: the likelihood then grows without end as its mean goes to 0.
/// Groups of an absorbed set that hold only zeros are found by counting; other combinations by the iterative rectifier:
/// regress u = 1(y = 0) on the terms with a weight on rows of y > 0 that forces the fit to 0 there, put the
/// positive part of the fit in the place of u, until the fit is nowhere negative.
/// Source: Correia, Guimarães and Zylkin 2021, arXiv:1903.01633.
/// </remarks>
internal static class SeparatedCounts
{
    private const int MostSteps = 500;
    private const double Zero = 1e-3;

    // Means this far below those of other rows are looked at: fits without separation hardly ever get there.
    private const double Suspicious = 1e-6;

    /// <summary>Says which rows lie in a group that has an outcome above 0, in every set.</summary>
    public static bool[] OutsideZeroGroups(AbsorbedDesign design)
    {
        double[] outcome = design.Columns.Outcome;
        bool[] keep = [.. Enumerable.Repeat(true, outcome.Length)];
        if (design.Sets is not { } sets)
        {
            return keep;
        }

        for (int set = 0; set < sets.Count; set++)
        {
            bool[] alive = new bool[sets.Levels[set].Length];
            for (int row = 0; row < outcome.Length; row++)
            {
                alive[sets.Codes[set][row]] |= outcome[row] > 0;
            }

            for (int row = 0; row < outcome.Length; row++)
            {
                keep[row] &= alive[sets.Codes[set][row]];
            }
        }

        return keep;
    }

    /// <summary>Says whether a fit has rows with outcome 0 whose means went to nothing.</summary>
    public static bool IsSuspected(AbsorbedDesign design, PoissonFit fit)
    {
        double average = fit.Means.Average();
        return fit.Means.Where((mean, row) => design.Columns.Outcome[row] == 0 && mean < Suspicious * average).Any();
    }

    /// <summary>Says which rows are not separated; all of them when the search does not come to an end.</summary>
    public static bool[] Rectify(AbsorbedDesign design, ExecutionOptions? execution, CancellationToken cancellationToken)
    {
        double[] outcome = design.Columns.Outcome;
        double[] target = [.. outcome.Select(value => value == 0 ? 1.0 : 0.0)];
        double force = outcome.Count(value => value == 0) / (Zero * Zero);
        double[] weights = [.. outcome.Select(value => value == 0 ? 1 : force)];
        for (int step = 0; step < MostSteps; step++)
        {
            double[] residuals = design.Fit(target, weights, execution, cancellationToken).Fit.Residuals;
            double least = 0;
            double[] fitted = new double[target.Length];
            for (int row = 0; row < fitted.Length; row++)
            {
                double value = target[row] - (residuals[row] / Math.Sqrt(weights[row]));
                fitted[row] = outcome[row] > 0 || Math.Abs(value) < Zero ? 0 : value;
                least = Math.Min(least, fitted[row]);
                target[row] = Math.Max(0, fitted[row]);
            }

            if (least >= 0)
            {
                return [.. fitted.Select(value => value == 0)];
            }
        }

        return [.. Enumerable.Repeat(true, target.Length)];
    }
}
