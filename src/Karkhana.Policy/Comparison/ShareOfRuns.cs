using Karkhana.Core.Inference;
using Karkhana.Methods.Experiments;

namespace Karkhana.Policy;

/// <summary>In how many runs something holds.</summary>
/// <param name="Count">The runs in which it does.</param>
/// <param name="Runs">All runs.</param>
/// <param name="Low">The lower limit of the probability (Wilson, over parameter draws where runs share one).</param>
/// <param name="High">The upper limit.</param>
public sealed record ShareOfRuns(int Count, int Runs, double Low, double High)
{
    /// <summary>Gets the share.</summary>
    public double Share => (double)Count / Runs;

    internal static ShareOfRuns Of(double[] differences, RunMoments moments)
    {
        int count = differences.Count(difference => difference > 0);
        (double low, double high) = WilsonInterval.Of(
            (double)count / differences.Length, moments.Units, NormalQuantiles.TwoSided95);
        return new ShareOfRuns(count, differences.Length, low, high);
    }
}
