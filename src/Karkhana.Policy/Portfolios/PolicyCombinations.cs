using Karkhana.Core.Errors;

namespace Karkhana.Policy;

/// <summary>The sets of chosen policies that a design simulates: pairs, or the full factorial of four.</summary>
public static class PolicyCombinations
{
    /// <summary>The policies of a full factorial.</summary>
    public const int FactorialPolicies = 4;

    private const int PairSize = 2;

    /// <summary>Lists the sets, whatever they cost.</summary>
    /// <param name="policies">The chosen policies with their prices; doing nothing is no policy here.</param>
    /// <param name="design">Pairs or the full factorial.</param>
    /// <returns>Doing nothing first, then each policy alone, then the greater sets, by the order of the policies.</returns>
    /// <exception cref="ArgumentException">There are too few policies or too many for the design, one comes twice, or one is doing nothing.</exception>
    public static IReadOnlyList<PolicyPortfolio> Of(IReadOnlyList<PricedPolicy> policies, CombinationDesign design)
    {
        ArgumentNullException.ThrowIfNull(policies);
        Checked([.. policies.Select(policy => policy.Policy.Id)], design, nameof(policies));
        string[] idle = [.. policies.Where(policy => policy.Policy.IsBaseline).Select(policy => policy.Policy.Id)];
        Require.That(idle.Length == 0, nameof(policies), $"must act; {string.Join(", ", idle)} is doing nothing");
        return PolicyPortfolios.Within(policies, double.MaxValue, design == CombinationDesign.Pairs ? PairSize : FactorialPolicies).Portfolios;
    }

    /// <summary>Gives the id of a set of policies, as it has in <see cref="Of"/>.</summary>
    /// <param name="ids">The ids of its policies, in their order.</param>
    /// <returns>The ids joined by +.</returns>
    public static string IdOf(IEnumerable<string> ids) => string.Join('+', ids);

    /// <summary>Returns the ids of the policies of a design when their number fits it and none comes twice.</summary>
    /// <param name="ids">The ids.</param>
    /// <param name="design">The design.</param>
    /// <param name="name">What the message calls them.</param>
    /// <returns>The ids.</returns>
    /// <exception cref="ArgumentException">There are too few or too many, or one comes twice.</exception>
    public static IReadOnlyList<string> Checked(IReadOnlyList<string> ids, CombinationDesign design, string name)
    {
        ArgumentNullException.ThrowIfNull(ids);
        string? twice = ids.GroupBy(id => id, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1)?.Key;
        Require.That(twice is null, name, $"must name each lever once; {twice} came twice");
        bool fits = design == CombinationDesign.Pairs ? ids.Count >= PairSize : ids.Count == FactorialPolicies;
        Require.That(fits, name, FormattableString.Invariant(
            $"must name {(design == CombinationDesign.Pairs ? "at least two levers" : "exactly four levers")}; it named {ids.Count}"));
        return ids;
    }
}
