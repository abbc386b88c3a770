namespace Karkhana.Policy;

/// <summary>What a policy changed for one group of firms.</summary>
/// <param name="Scenario">The id of the policy.</param>
/// <param name="Outcome">What is compared: <c>capability_mean</c>, <c>regime_share</c>.</param>
/// <param name="Dimension">What the groups differ in.</param>
/// <param name="Group">The group.</param>
/// <param name="Baseline">The mean with nothing done.</param>
/// <param name="Gain">The mean paired difference.</param>
/// <param name="Low">Its lower limit.</param>
/// <param name="High">Its upper limit.</param>
/// <param name="Better">In how many runs it is above 0.</param>
public sealed record GroupGain(
    string Scenario, string Outcome, string Dimension, string Group, double Baseline, double Gain, double Low, double High, ShareOfRuns Better)
{
    /// <summary>Gets the firms of the group, the mean over the runs that were compared, rounded; NaN when runs did not record it.</summary>
    public double Firms { get; init; } = double.NaN;
}
