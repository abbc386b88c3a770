namespace Karkhana.Simulation;

/// <summary>How strongly an advantage acts on each channel: a row of the advantage-channel matrix.</summary>
/// <param name="Id">The advantage: <c>EE08</c>.</param>
/// <param name="StaticCost">m on N.</param>
/// <param name="Cost">m on C.</param>
/// <param name="Resources">m on R.</param>
/// <param name="Incentive">m on I.</param>
/// <param name="Effectiveness">m on P.</param>
/// <param name="Spillover">m on S.</param>
public sealed record AdvantageStrength(
    string Id, double StaticCost, double Cost, double Resources, double Incentive, double Effectiveness, double Spillover);
