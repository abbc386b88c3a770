using Karkhana.Core.Errors;
using Karkhana.Core.Tables;

namespace Karkhana.Policy;

/// <summary>The first draft of an action plan: what the advice puts first, with cost lines and indicators (framework 6.3).</summary>
/// <param name="Actions">The actions, in the order of the advice.</param>
/// <param name="Firms">The firms among which those are that may take part.</param>
/// <param name="Money">What costs are in.</param>
public sealed record ActionPlan(IReadOnlyList<PlannedAction> Actions, int Firms, string Money)
{
    /// <summary>The quarters that costs are worked out for: five years.</summary>
    public const int Quarters = 20;

    /// <summary>Drafts a plan of the levers that the advice puts first.</summary>
    /// <param name="advice">The advice.</param>
    /// <param name="file">The policies, with costs in the currency that is to be shown.</param>
    /// <param name="indicators">The indicators.</param>
    /// <param name="firms">The firms.</param>
    /// <param name="most">The most actions.</param>
    /// <param name="eligible">How many of the firms meet the condition of a policy, by its id; all of them where it is not said.</param>
    /// <returns>The plan; levers that are vetoed, score nothing or have no policy are left out.</returns>
    public static ActionPlan Of(PolicyAdviceResult advice, PolicyFile file, IndicatorSet indicators, int firms, int most = 5,
        IReadOnlyDictionary<string, int>? eligible = null)
    {
        ArgumentNullException.ThrowIfNull(advice);
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(indicators);
        Require.Between(firms, 0, int.MaxValue, nameof(firms));
        Require.Between(most, 1, 100, nameof(most));
        PlannedAction[] actions = [.. advice.Levers
            .Where(item => item.Vetoed == VetoRule.None && item.Score > 0)
            .Select(item => (Advice: item, Policy: file.Policies.FirstOrDefault(policy => policy.Lever.Id == item.Lever.Id)))
            .Where(pair => pair.Policy is not null)
            .Take(most)
            .Select(pair => (pair.Advice, Policy: pair.Policy!, Firms: eligible?.GetValueOrDefault(pair.Policy!.Intervention.Id, firms) ?? firms))
            .Select(one => new PlannedAction(
                one.Policy, one.Advice, PricedPolicy.Of(one.Policy.Intervention, one.Firms, Quarters).Cost, indicators.Of(one.Advice.Lever))
            {
                Firms = one.Firms,
            })];
        return new ActionPlan(actions, firms, file.Money?.Unit ?? "currency of the study");
    }

    /// <summary>Gives one row per action; owner, date and state are left to those who run the programme.</summary>
    /// <returns>The table <c>action_plan</c>.</returns>
    public Table ToTable() => Table.Of(
        "action_plan",
        Column.Of("policy", Actions.Select(one => (string?)one.Policy.Intervention.Id), "Policy", "Id of the policy."),
        Column.Of("activity", Actions.Select(one => (string?)one.Policy.Intervention.Title), "Activity", "What is to be done."),
        Column.Of("reason", Actions.Select(one => (string?)one.Reason), "Because", "What the advice rests on."),
        Column.Of("start", Actions.Select(one => one.Policy.Intervention.Start), "Start", "quarters", "First quarter of delivery."),
        Column.Of("end", Actions.Select(one => one.Policy.Intervention.End == int.MaxValue ? double.NaN : one.Policy.Intervention.End), "End", "quarters", "Quarter in which delivery ends."),
        Column.Of("may_take_part", Actions.Select(one => one.Firms), "May take part", "firms", "Firms that meet the condition of the policy, of those that the plan is for."),
        Column.Of("cost", Actions.Select(one => one.Cost), "Cost if all these take part", Money, "Planned cost over five years if all firms took part that may; an order of magnitude."),
        Column.Of("indicators", Actions.Select(one => (string?)string.Join(", ", one.Indicators.Select(indicator => indicator.Id))), "Watched by", "Ids of the indicators of its channels."),
        Column.Of("failure", Actions.Select(one => (string?)one.Policy.Lever.Failure), "Known to fail by", "How it is known to fail."),
        Column.Of("owner", Actions.Select(_ => (string?)null), "Owner", "To be filled in."),
        Column.Of("date", Actions.Select(_ => (string?)null), "Date", "To be filled in."),
        Column.Of("state", Actions.Select(_ => (string?)null), "State", "To be filled in."));
}
