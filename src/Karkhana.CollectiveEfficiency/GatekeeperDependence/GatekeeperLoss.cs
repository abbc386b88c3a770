namespace Karkhana.CollectiveEfficiency;

/// <summary>What the others lose when a firm leaves, or several at once.</summary>
/// <param name="Reached">Firms that outside knowledge reached and reaches no more, as a share of those that
/// stay.</param>
/// <param name="Near">Firms no longer within two steps of outside knowledge, as a share of those that stay.</param>
/// <param name="Fragmentation">Pairs of those that stay which were joined and are no more, as a share of their
/// pairs.</param>
/// <param name="Density">The density before minus that among those that stay; below zero when poorly tied firms
/// leave.</param>
public sealed record GatekeeperLoss(double Reached, double Near, double Fragmentation, double Density)
{
    internal double[] Values => [Reached, Near, Fragmentation, Density];
}
