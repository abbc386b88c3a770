using Karkhana.Core.Errors;
using Karkhana.Core.Policies;

namespace Karkhana.Policy;

/// <summary>The orders in which the policies of a portfolio can start.</summary>
public static class PolicySequences
{
    /// <summary>The most policies whose orders are listed: 720 orders.</summary>
    public const int MostPolicies = 6;

    /// <summary>Lists all orders: the first starts at its own start, each next one some quarters later; durations stay.</summary>
    /// <param name="portfolio">The portfolio.</param>
    /// <param name="gap">The quarters between two starts; from 1.</param>
    /// <returns>One portfolio per order, by the order of ids: <c>P01&gt;P02</c>; the portfolio itself when it has fewer than two
    /// policies.</returns>
    /// <exception cref="ArgumentException">It has more than <see cref="MostPolicies"/> policies.</exception>
    public static IReadOnlyList<PolicyPortfolio> Of(PolicyPortfolio portfolio, int gap)
    {
        ArgumentNullException.ThrowIfNull(portfolio);
        Require.Between(gap, 1, 10_000, nameof(gap));
        Require.That(portfolio.Policies.Count <= MostPolicies, nameof(portfolio), FormattableString.Invariant(
            $"must have at most {MostPolicies} policies for all orders; it had {portfolio.Policies.Count}"));
        if (portfolio.Policies.Count < 2)
        {
            return [portfolio];
        }

        return [.. Orders([.. portfolio.Policies]).Select(order => InTurn(portfolio with { Policies = order }, gap))];
    }

    /// <summary>Gives the portfolio with one policy after another, in the order that it has.</summary>
    /// <param name="portfolio">The portfolio.</param>
    /// <param name="gap">The quarters between two starts; from 1.</param>
    /// <returns>The portfolio: the first starts at the earliest start, each next one some quarters later; durations stay.</returns>
    public static PolicyPortfolio InTurn(PolicyPortfolio portfolio, int gap)
    {
        ArgumentNullException.ThrowIfNull(portfolio);
        Require.Between(gap, 1, 10_000, nameof(gap));
        int first = portfolio.Policies.Select(policy => policy.Start).DefaultIfEmpty(0).Min();
        return new PolicyPortfolio(
            string.Join('>', portfolio.Policies.Select(policy => policy.Id)),
            [.. portfolio.Policies.Select((policy, place) => Moved(policy, first + (place * gap)))],
            portfolio.Cost);
    }

    /// <summary>Gives a policy with another start and the same duration.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="start">The quarter in which it starts.</param>
    /// <returns>The policy.</returns>
    public static Intervention Moved(Intervention policy, int start)
    {
        ArgumentNullException.ThrowIfNull(policy);
        Require.Between(start, 0, int.MaxValue / 2, nameof(start));
        return policy with { Start = start, End = policy.End == int.MaxValue ? int.MaxValue : start + (policy.End - policy.Start) };
    }

    private static IEnumerable<Intervention[]> Orders(Intervention[] policies) => policies.Length == 1
        ? [policies]
        : policies.SelectMany((policy, place) =>
            Orders([.. policies.Where((_, other) => other != place)]).Select(rest => (Intervention[])[policy, .. rest]));
}
