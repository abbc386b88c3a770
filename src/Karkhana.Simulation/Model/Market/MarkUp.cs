namespace Karkhana.Simulation;

/// <summary>The mark-up over unit cost, which follows what the firm's share of the market lets it take.</summary>
/// <remarks>
/// With shares by the logit of ln price a firm of share s sells u_p(1 − s) percent less at a price one percent higher, so the
/// mark-up that pays best is 1/(u_p(1 − s) − 1): it grows with the share. Each quarter the firm goes a part of the way, and
/// never above the limit. Source: Anderson, de Palma and Thisse 1992, Discrete Choice Theory of Product Differentiation, ch. 7.
/// </remarks>
internal static class MarkUp
{
    public static double Next(ClusterParameters parameters, double margin, double share)
    {
        double limit = parameters.Market.MarginLimit;
        double room = (parameters.PricePull * (1 - share)) - 1;
        double best = room * limit > 1 ? 1 / room : limit;
        return margin + (parameters.MarginAdaptation * (best - margin));
    }
}
