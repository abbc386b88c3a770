using CsCheck;
using Karkhana.Core.Policies;
using Karkhana.Policy;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Policy;

public sealed class PolicyPortfolioTests
{
    private static readonly Gen<(double[] Costs, double[] Values, double Budget, int Most)> Cases =
        from count in Gen.Int[1, 9]
        from costs in Gen.Int[0, 20].Array[count]
        from values in Gen.Int[-5, 20].Array[count]
        from budget in Gen.Int[0, 60]
        from most in Gen.Int[1, 9]
        select (costs.Select(cost => (double)cost).ToArray(), values.Select(value => (double)value).ToArray(), (double)budget, most);

    [Fact]
    public void All_sets_that_fit_are_listed_with_doing_nothing_first() =>
        Ids(PolicyPortfolios.Within(Priced(10, 20, 30), budget: 50, mostPolicies: 2)).ShouldBe(["P18", "A", "B", "C", "A+B", "A+C", "B+C"]);

    [Fact]
    public void Sets_above_the_budget_or_above_the_number_are_left_out()
    {
        PolicyPortfolios portfolios = PolicyPortfolios.Within(Priced(10, 20, 30, 99), budget: 40, mostPolicies: 3);

        Ids(portfolios).ShouldBe(["P18", "A", "B", "C", "A+B", "A+C"]);
        portfolios.Portfolios.Single(portfolio => portfolio.Id == "A+C").Cost.ShouldBe(40);
        portfolios.Notes.ShouldHaveSingleItem().Text.ShouldBe("Each of D costs more than the whole budget of 40.");
    }

    [Fact]
    public void With_a_budget_of_zero_there_is_only_doing_nothing_and_it_is_said()
    {
        PolicyPortfolios portfolios = PolicyPortfolios.Within(Priced(0, 20), budget: 0, mostPolicies: 2);

        Ids(portfolios).ShouldBe(["P18"]);
        portfolios.Notes.ShouldHaveSingleItem().Text.ShouldBe("The budget is 0: only doing nothing fits.");
        PortfolioChoice choice = PortfolioChoices.Estimate(Priced(0, 20), [5, 5], budget: 0, mostPolicies: 2);
        (choice.Portfolio.Id, choice.Value, choice.Notes[0].Code).ShouldBe(("P18", 0, "no-budget"));
    }

    [Fact]
    public void The_exact_choice_is_the_best_of_all_sets_and_the_greedy_one_never_above_its_bound() => Cases.Sample(draw =>
    {
        IReadOnlyList<PricedPolicy> policies = Priced(draw.Costs);
        double best = draw.Budget == 0 ? 0 : PolicyPortfolios.Within(policies, draw.Budget, draw.Most).Portfolios
            .Max(portfolio => portfolio.Policies.Sum(policy => draw.Values[policy.Id[0] - 'A']));
        PortfolioChoice exact = PortfolioChoices.Estimate(policies, draw.Values, draw.Budget, draw.Most);
        PortfolioChoice greedy = PortfolioChoices.Estimate(policies, draw.Values, draw.Budget, draw.Most, ChoiceMethod.Greedy);
        return exact.Value == best && exact.Portfolio.Cost <= draw.Budget && exact.Portfolio.Policies.Count <= draw.Most
            && greedy.Value <= best && greedy.Bound >= best && greedy.Portfolio.Cost <= draw.Budget && greedy.Portfolio.Policies.Count <= draw.Most
            && (exact.Method, greedy.Method) == (ChoiceMethod.Exact, ChoiceMethod.Greedy);
    }, iter: 300);

    [Fact]
    public void A_case_in_which_greed_is_wrong()
    {
        // By value per cost A goes first and leaves no room for B and C, which together are worth more.
        IReadOnlyList<PricedPolicy> policies = Priced(6, 5, 5);

        PortfolioChoice exact = PortfolioChoices.Estimate(policies, [7, 5, 5], budget: 10, mostPolicies: 3);
        PortfolioChoice greedy = PortfolioChoices.Estimate(policies, [7, 5, 5], budget: 10, mostPolicies: 3, ChoiceMethod.Greedy);

        (exact.Portfolio.Id, exact.Value, exact.Bound).ShouldBe(("B+C", 10, 10));
        (greedy.Portfolio.Id, greedy.Value).ShouldBe(("A", 7));
        greedy.Notes[0].Text.ShouldContain("a better set may exist");
        exact.Notes.Select(note => note.Code).ShouldBe(["chosen-by", "values-add-up"]);
    }

    [Fact]
    public void Eighteen_levers_are_searched_in_no_time_and_equal_values_take_the_cheaper_set()
    {
        double[] costs = [.. Enumerable.Range(1, 18).Select(number => (double)number)];

        PortfolioChoices.Estimate(Priced(costs), [.. costs.Select(cost => cost * 2)], budget: 60, mostPolicies: 18).Value.ShouldBe(120);
        PortfolioChoices.Estimate(Priced(5, 3), [4, 4], budget: 5, mostPolicies: 2).Portfolio.Id.ShouldBe("B");
    }

    [Fact]
    public void Orders_of_a_portfolio_start_one_after_another_and_keep_durations()
    {
        PolicyPortfolio portfolio = PolicyPortfolios.Within(
            [.. Priced(1, 1, 1).Select((policy, place) => policy with { Policy = policy.Policy with { Start = 4, End = 4 + ((place + 1) * 2) } })], 10, 3).Portfolios[^1];

        IReadOnlyList<PolicyPortfolio> orders = PolicySequences.Of(portfolio, gap: 8);

        orders.Select(order => order.Id).ShouldBe(["A>B>C", "A>C>B", "B>A>C", "B>C>A", "C>A>B", "C>B>A"]);
        orders[3].Policies.Select(policy => (policy.Id, policy.Start, policy.End)).ShouldBe([("B", 4, 8), ("C", 12, 18), ("A", 20, 22)]);
        PolicySequences.Moved(new Intervention { Id = "A", Title = "A" }, 3).End.ShouldBe(int.MaxValue);
        PolicySequences.Of(portfolio with { Policies = [portfolio.Policies[0]] }, 8).ShouldHaveSingleItem();
    }

    [Fact]
    public void A_portfolio_in_turn_keeps_its_order()
    {
        Intervention[] all = [.. PolicyFile.Default().Policies.Take(3).Select(policy => policy.Intervention with { Start = 2, End = 5 })];
        PolicyPortfolio turn = PolicySequences.InTurn(new PolicyPortfolio("set", [all[2], all[0], all[1]], 7), gap: 4);

        turn.Id.ShouldBe("P03>P01>P02");
        turn.Policies.Select(policy => (policy.Start, policy.End)).ShouldBe([(2, 5), (6, 9), (10, 13)]);
        PolicySequences.Of(new PolicyPortfolio("set", all, 7), gap: 4).Select(order => order.Id).ShouldContain(turn.Id);
    }

    [Fact]
    public void Prices_follow_groups_places_and_the_quarters_within_the_horizon()
    {
        Intervention policy = new()
        {
            Id = "A",
            Title = "A",
            Start = 2,
            End = 10,
            Cost = new PolicyCost { Fixed = 1000, PerFirm = 10, PerGroupPeriod = 5, PerPeriod = 1 },
            Delivery = new Delivery { Unit = DeliveryUnit.Group, GroupSize = 6 },
        };

        PricedPolicy.Of(policy, firms: 13, horizon: 60).Cost.ShouldBe(1000 + 130 + (3 * 8 * 5) + 8);
        PricedPolicy.Of(policy, firms: 13, horizon: 6).Cost.ShouldBe(1000 + 130 + (3 * 4 * 5) + 4);
        PricedPolicy.Of(policy, firms: 13, horizon: 2).Cost.ShouldBe(0);
        PricedPolicy.Of(policy with { Delivery = new Delivery { Unit = DeliveryUnit.Place } }, firms: 13, horizon: 60, places: 2).Cost.ShouldBe(1000 + 130 + (2 * 8 * 5) + 8);
    }

    [Fact]
    public void Impossible_demands_are_refused()
    {
        void Refused(Action action, string message) => Should.Throw<ArgumentException>(action).Message.ShouldContain(message);

        Refused(() => PolicyPortfolios.Within(Priced(1), -1, 1), "budget must lie in [0");
        Refused(() => PolicyPortfolios.Within(Priced(1), double.NaN, 1), "budget must lie in [0");
        Refused(() => PolicyPortfolios.Within(Priced(1), 1, 0), "mostPolicies must lie in [1");
        Refused(() => PolicyPortfolios.Within([.. Priced(1), .. Priced(2)], 1, 1), "must have ids of their own; A came twice");
        Refused(() => PolicyPortfolios.Within(Priced(-1), 1, 1), "Cost must lie in [0");
        Refused(() => PolicyPortfolios.Within(Priced([.. Enumerable.Repeat(1.0, 40)]), 100, 40), "must give at most 100000 sets");
        Refused(() => PortfolioChoices.Estimate(Priced(1), [], 1, 1), "values must have 1 values; it had 0");
        Refused(() => PortfolioChoices.Estimate(Priced(1), [double.NaN], 1, 1), "values must be finite; one was NaN");
        Refused(() => PolicySequences.Of(PolicyPortfolios.Within(Priced(1, 1, 1, 1, 1, 1, 1), 10, 7).Portfolios[^1], 1), "must have at most 6 policies");
        Refused(() => PricedPolicy.Of(new Intervention { Id = "A", Title = "A" }, 5, 0), "horizon must lie in [1");
    }

    private static string[] Ids(PolicyPortfolios portfolios) => [.. portfolios.Portfolios.Select(portfolio => portfolio.Id)];

    // Policies A, B, C and so on.
    private static IReadOnlyList<PricedPolicy> Priced(params double[] costs) => [.. costs.Select((cost, place) => new PricedPolicy(
        new Intervention { Id = ((char)('A' + place)).ToString(), Title = "Policy", Doses = [new Dose(DoseTarget.Slack, 0.1, DoseScale.Log)] }, cost))];
}
