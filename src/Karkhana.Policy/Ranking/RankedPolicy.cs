namespace Karkhana.Policy;

/// <summary>A policy in the order of what a gain costs.</summary>
/// <param name="Rank">The place, from 1.</param>
/// <param name="Effect">What it changed.</param>
/// <param name="MarginToNext">By how much it is better than the next in the order: units of gain per money; units of gain where it costs
/// nothing; gain where one of them has no cost per gain or both cost nothing; NaN for the last.</param>
/// <param name="MarginLow">The lower limit of that.</param>
/// <param name="MarginHigh">The upper limit.</param>
public sealed record RankedPolicy(int Rank, PolicyEffect Effect, double MarginToNext, double MarginLow, double MarginHigh)
{
    /// <summary>Gets a value indicating whether the runs tell it from the next: the interval of the margin lies above 0.</summary>
    public bool IsSettled => MarginLow > 0;
}
