namespace Karkhana.CollectiveEfficiency;

/// <summary>How a quantity of a network moves when respondents are taken out at random.</summary>
/// <param name="Term">The quantity: <c>density</c>.</param>
/// <param name="Estimate">Its value among all respondents.</param>
/// <param name="Mean">Its mean over the deletions.</param>
/// <param name="Low">The lower quantile over the deletions.</param>
/// <param name="High">The upper quantile.</param>
public sealed record DeletionRange(string Term, double Estimate, double Mean, double Low, double High);
