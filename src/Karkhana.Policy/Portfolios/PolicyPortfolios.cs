using Karkhana.Core.Errors;
using Karkhana.Core.Results;

namespace Karkhana.Policy;

/// <summary>The portfolios that a budget allows.</summary>
/// <param name="Portfolios">Doing nothing first, then by size and by the order of the policies.</param>
/// <param name="Notes">What the budget rules out.</param>
public sealed record PolicyPortfolios(IReadOnlyList<PolicyPortfolio> Portfolios, IReadOnlyList<Note> Notes)
{
    /// <summary>The most portfolios that are listed.</summary>
    public const int Most = 100_000;

    /// <summary>The id of doing nothing.</summary>
    public const string Nothing = "P18";

    /// <summary>Lists all sets of policies that fit in a budget. With a budget of 0 there is only doing nothing.</summary>
    /// <param name="policies">The policies with their prices; baselines among them are passed over.</param>
    /// <param name="budget">The budget; zero or greater.</param>
    /// <param name="mostPolicies">The most policies in a set, from 1.</param>
    /// <returns>The sets.</returns>
    /// <exception cref="ArgumentException">Two policies share an id, or there are more than <see cref="Most"/> sets.</exception>
    public static PolicyPortfolios Within(IReadOnlyList<PricedPolicy> policies, double budget, int mostPolicies)
    {
        ArgumentNullException.ThrowIfNull(policies);
        Require.Between(budget, 0, double.MaxValue, nameof(budget));
        Require.Between(mostPolicies, 1, 1000, nameof(mostPolicies));
        PricedPolicy[] active = [.. policies.Where(policy => !policy.Policy.IsBaseline)];
        CheckIds(active);
        List<PolicyPortfolio> found = [new PolicyPortfolio(Nothing, [], 0)];
        List<Note> notes = [];
        if (budget == 0)
        {
            notes.Add(new Note("no-budget", Severity.Warning, "The budget is 0: only doing nothing fits."));
            return new PolicyPortfolios(found, notes);
        }

        List<int> chosen = [];
        Extend(active, budget, mostPolicies, chosen, 0, 0, found);
        string[] dear = [.. active.Where(policy => policy.Cost > budget).Select(policy => policy.Policy.Id)];
        if (dear.Length > 0)
        {
            notes.Add(new Note("above-budget", Severity.Information, FormattableString.Invariant(
                $"Each of {string.Join(", ", dear)} costs more than the whole budget of {budget:0.##}.")));
        }

        return new PolicyPortfolios(
            [.. found.OrderBy(portfolio => portfolio.Policies.Count)], // a stable order: within a size that of the policies
            notes);
    }

    /// <summary>Refuses ids that come twice.</summary>
    internal static void CheckIds(IEnumerable<PricedPolicy> policies)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (PricedPolicy policy in policies)
        {
            Require.That(seen.Add(policy.Policy.Id), nameof(policies), $"must have ids of their own; {policy.Policy.Id} came twice");
            Require.Between(policy.Cost, 0, double.MaxValue, nameof(policy.Cost));
        }
    }

    /// <summary>Names a set.</summary>
    internal static PolicyPortfolio Of(IReadOnlyList<PricedPolicy> policies, char sign = '+') => new(
        policies.Count == 0 ? Nothing : string.Join(sign, policies.Select(policy => policy.Policy.Id)),
        [.. policies.Select(policy => policy.Policy)],
        policies.Sum(policy => policy.Cost));

    private static void Extend(
        PricedPolicy[] policies, double budget, int most, List<int> chosen, int from, double cost, List<PolicyPortfolio> found)
    {
        for (int next = from; next < policies.Length && chosen.Count < most; next++)
        {
            double together = cost + policies[next].Cost;
            if (together > budget)
            {
                continue;
            }

            chosen.Add(next);
            found.Add(Of([.. chosen.Select(place => policies[place])]));
            Require.That(found.Count <= Most, nameof(policies), FormattableString.Invariant(
                $"must give at most {Most} sets; take fewer policies, a smaller budget or smaller sets"));
            Extend(policies, budget, most, chosen, next + 1, together, found);
            chosen.RemoveAt(chosen.Count - 1);
        }
    }
}
