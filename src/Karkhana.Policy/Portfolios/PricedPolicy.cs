using Karkhana.Core.Errors;
using Karkhana.Core.Policies;

namespace Karkhana.Policy;

/// <summary>A policy with what it is planned to cost.</summary>
/// <param name="Policy">The policy.</param>
/// <param name="Cost">The cost; zero or greater.</param>
public sealed record PricedPolicy(Intervention Policy, double Cost)
{
    /// <summary>Prices a policy.</summary>
    /// <remarks>
    /// fixed + per firm × firms + per group and quarter × groups × quarters + per quarter × quarters; groups: firms over the size of
    /// a group, rounded up, or places; quarters from the start to the end or the horizon. As if all groups ran from the
    /// start: what simulation costs can be less. Source: framework 4.4. Agrees with: its worked example.
    /// </remarks>
    /// <param name="policy">The policy.</param>
    /// <param name="firms">The firms that take part.</param>
    /// <param name="horizon">The quarters looked at.</param>
    /// <param name="places">The places.</param>
    /// <returns>The policy with its price.</returns>
    public static PricedPolicy Of(Intervention policy, int firms, int horizon, int places = 1)
    {
        ArgumentNullException.ThrowIfNull(policy);
        Require.Between(firms, 0, int.MaxValue, nameof(firms));
        Require.Between(horizon, 1, int.MaxValue, nameof(horizon));
        Require.Between(places, 1, int.MaxValue, nameof(places));
        double quarters = Math.Max(0, Math.Min(policy.End, horizon) - policy.Start);
        double groups = policy.Delivery.Unit switch
        {
            DeliveryUnit.Group => Math.Ceiling((double)firms / policy.Delivery.GroupSize),
            DeliveryUnit.Place => places,
            _ => 0,
        };
        PolicyCost cost = policy.Cost;
        return new PricedPolicy(
            policy,
            quarters == 0 ? 0 : cost.Fixed + (cost.PerFirm * firms) + (cost.PerGroupPeriod * groups * quarters) + (cost.PerPeriod * quarters));
    }
}
