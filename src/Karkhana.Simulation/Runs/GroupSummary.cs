namespace Karkhana.Simulation;

/// <summary>A group of firms in a quarter; numbers are NaN for a group without firms.</summary>
/// <param name="Firms">How many.</param>
/// <param name="MeanCapability">Mean of K̄.</param>
/// <param name="CapabilitySpread">Standard deviation of K̄ between firms, divisor n − 1.</param>
/// <param name="CapabilityGini">Gini index of K̄.</param>
/// <param name="MeanEffort">Mean of e.</param>
/// <param name="MeanCash">Mean of cash.</param>
/// <param name="RegimeShares">Share of the firms by regime, in the order of the enum.</param>
public sealed record GroupSummary(
    int Firms, double MeanCapability, double CapabilitySpread, double CapabilityGini, double MeanEffort, double MeanCash,
    IReadOnlyList<double> RegimeShares);
