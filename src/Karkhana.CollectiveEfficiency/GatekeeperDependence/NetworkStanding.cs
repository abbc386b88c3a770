namespace Karkhana.CollectiveEfficiency;

/// <summary>How well the firms of a network are supplied with knowledge and held together.</summary>
/// <param name="Reached">The share of firms that knowledge from outside reaches along ties; firms open to the outside
/// included.</param>
/// <param name="Near">The share of firms within two steps of outside knowledge: open, or receiving from an open
/// firm.</param>
/// <param name="Fragmentation">The share of pairs of firms not joined by any path, directions ignored.</param>
/// <param name="Density">The ties over those that could be.</param>
public sealed record NetworkStanding(double Reached, double Near, double Fragmentation, double Density);
