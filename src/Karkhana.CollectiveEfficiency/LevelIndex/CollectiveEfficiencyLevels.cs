namespace Karkhana.CollectiveEfficiency;

/// <summary>The level indices of a cluster.</summary>
/// <param name="ExternalEconomies">EE, 0 to 3.</param>
/// <param name="JointAction">JA, 0 to 3.</param>
public sealed record CollectiveEfficiencyLevels(double ExternalEconomies, double JointAction)
{
    /// <summary>Gets CE, the mean of both; a sort key, not a finding.</summary>
    public double CollectiveEfficiency => (ExternalEconomies + JointAction) / 2;

    /// <summary>Gets by how much spontaneous advantages exceed active ones.</summary>
    public double SpontaneousMinusActive => ExternalEconomies - JointAction;
}
