using Karkhana.Core.Policies;

namespace Karkhana.Policy;

/// <summary>Policies that are done together.</summary>
/// <param name="Id">The ids of its policies joined by +, or by &gt; in the order of their starts; that of the baseline for none.</param>
/// <param name="Policies">The policies.</param>
/// <param name="Cost">What they cost together, as planned.</param>
public sealed record PolicyPortfolio(string Id, IReadOnlyList<Intervention> Policies, double Cost);
