using Karkhana.Core.Errors;
using Karkhana.Core.Results;

namespace Karkhana.Policy;

/// <summary>Chooses the portfolio that is worth most within a budget by a table of values.</summary>
public static class PortfolioChoices
{
    /// <summary>Chooses.</summary>
    /// <remarks>
    /// Maximises Σ value over sets with Σ cost ≤ budget and at most so many policies. Exact: depth first by value per cost,
    /// cutting where the value so far and the best that could follow (fractions allowed, or the greatest values that still may
    /// be added) do not beat the best set; among sets of equal value the cheapest, then the first by ids. Greedy: by value per
    /// cost as long as it fits, then compared with the best single policy. Policies worth nothing or less are left
    /// out. Values are taken to add up, which policies in the model need not do: simulate the chosen set.
    /// Cost: exact at worst 2^policies, far less as a rule; greedy policies × log policies.
    /// Source: Martello and Toth 1990, Knapsack Problems, sections 2.2 and 2.4. Agrees with: enumeration of all sets.
    /// </remarks>
    /// <param name="policies">The policies with their prices.</param>
    /// <param name="values">The value of each.</param>
    /// <param name="budget">The budget; zero or greater.</param>
    /// <param name="mostPolicies">The most policies in the set, from 1.</param>
    /// <param name="method">Exact or greedy.</param>
    /// <returns>The choice.</returns>
    public static PortfolioChoice Estimate(
        IReadOnlyList<PricedPolicy> policies, IReadOnlyList<double> values, double budget, int mostPolicies, ChoiceMethod method = ChoiceMethod.Exact)
    {
        ArgumentNullException.ThrowIfNull(policies);
        ArgumentNullException.ThrowIfNull(values);
        Require.SameLength(policies.Count, values.Count, nameof(values));
        Require.Between(budget, 0, double.MaxValue, nameof(budget));
        Require.Between(mostPolicies, 1, 1000, nameof(mostPolicies));
        PolicyPortfolios.CheckIds(policies);
        foreach (double value in values)
        {
            Require.That(double.IsFinite(value), nameof(values), FormattableString.Invariant($"must be finite; one was {value}"));
        }

        PortfolioSearch search = new(policies, values, budget, mostPolicies);
        int[] chosen = budget == 0 ? [] : method == ChoiceMethod.Exact ? search.Exact() : search.Greedy();
        double worth = search.ValueOf(chosen);
        return new PortfolioChoice(
            PolicyPortfolios.Of([.. chosen.Select(place => policies[place])]),
            worth,
            budget == 0 || method == ChoiceMethod.Exact ? worth : search.Bound(),
            method,
            [.. Notes(budget, method, chosen.Length)]);
    }

    private static IEnumerable<Note> Notes(double budget, ChoiceMethod method, int chosen)
    {
        if (budget == 0)
        {
            yield return new Note("no-budget", Severity.Warning, "The budget is 0: only doing nothing fits.");
        }
        else
        {
            yield return new Note("chosen-by", Severity.Information, method == ChoiceMethod.Exact
                ? "Found by branch and bound: no set that fits has a greater sum of values."
                : "Found greedily: a better set may exist; the bound says how much better at most.");
        }

        if (chosen > 1)
        {
            yield return new Note("values-add-up", Severity.Warning,
                "Values are taken to add up over policies, which they need not do in the model: simulate the set before it is advised.");
        }
    }
}
