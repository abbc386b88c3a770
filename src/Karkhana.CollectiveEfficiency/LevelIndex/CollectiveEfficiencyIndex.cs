using Karkhana.Core.Errors;
using Karkhana.Core.Kernels;

namespace Karkhana.CollectiveEfficiency;

/// <summary>External economies and joint action on the scale from 0 (absent) to 3 (high).</summary>
public static class CollectiveEfficiencyIndex
{
    private const double Highest = 3;

    /// <summary>Averages the components.</summary>
    /// <remarks>
    /// EE = mean of the external economies, JA = mean of the joint actions, CE = (EE + JA)/2. EE and JA are to be read
    /// apart; CE only
    /// sorts. Cost: one pass. Source: Pietrobelli and Rabellotti 2006, Upgrading to Compete (Inter-American Development
    /// Bank); framework 1.6.
    /// Agrees with: the worked example of the framework.
    /// </remarks>
    /// <param name="externalEconomies">The level of each external economy, 0 to 3; NaN is left out.</param>
    /// <param name="jointActions">The level of each joint action, 0 to 3; NaN is left out.</param>
    /// <returns>The indices; NaN when nothing was measured.</returns>
    /// <exception cref="ArgumentException">A level is outside 0 to 3.</exception>
    public static CollectiveEfficiencyLevels Estimate(
        IReadOnlyList<double> externalEconomies, IReadOnlyList<double> jointActions)
    {
        ArgumentNullException.ThrowIfNull(externalEconomies);
        ArgumentNullException.ThrowIfNull(jointActions);
        return new CollectiveEfficiencyLevels(
            Mean(externalEconomies, nameof(externalEconomies)), Mean(jointActions, nameof(jointActions)));
    }

    private static double Mean(IReadOnlyList<double> levels, string name)
    {
        Require.That(
            levels.All(level => double.IsNaN(level) || level is >= 0 and <= Highest), name, "must lie between 0 and 3");
        return Sums.Mean([.. levels.Where(level => !double.IsNaN(level))]);
    }
}
