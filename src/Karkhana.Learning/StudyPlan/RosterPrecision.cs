namespace Karkhana.Learning;

/// <summary>How well centralities are known when some firms do not answer.</summary>
/// <param name="ResponseRate">The share of firms that answer.</param>
/// <param name="HubsAnswer">Whether the most named firms are re-visited until they answer; else any may be missing.</param>
/// <param name="Centrality"><c>degree</c> or <c>betweenness</c>.</param>
/// <param name="Correlation">The rank correlation with the centrality when all answer, mean over the simulations.</param>
/// <param name="Low">The quantile at 5 %.</param>
/// <param name="High">The quantile at 95 %.</param>
public sealed record RosterPrecision(
    double ResponseRate, bool HubsAnswer, string Centrality, double Correlation, double Low, double High);
