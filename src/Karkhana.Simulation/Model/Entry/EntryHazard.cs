using Karkhana.Core.Randomness;

namespace Karkhana.Simulation;

/// <summary>How many firms begin in a place in a quarter (framework 5.7).</summary>
internal static class EntryHazard
{
    /// <summary>Gives exp(κ0 + κ1 ln employment + κ2 profitability), the firms expected; 0 where nobody works.</summary>
    public static double Of(ClusterParameters parameters, double employment, double profitability) => employment <= 0
        ? 0
        : Math.Exp(
            parameters.EntryConstant + (parameters.EntryOfEmployment * Math.Log(employment))
            + (parameters.EntryOfProfit * profitability));

    /// <summary>Gives the quantile of the Poisson distribution, at most <see cref="EntrantAgent.MostPerQuarter"/>.</summary>
    public static int Count(double expected, double uniform) => PoissonQuantile.Of(expected, uniform, EntrantAgent.MostPerQuarter);
}
