using Karkhana.Core.Errors;

namespace Karkhana.Core.Policies;

/// <summary>How a policy reaches firms.</summary>
public sealed record Delivery
{
    /// <summary>Gets whether firms, groups of neighbours or the whole place receive it.</summary>
    public DeliveryUnit Unit { get; init; }

    /// <summary>Gets the firms in a group.</summary>
    /// <value>From 1; 6 unless set.</value>
    public int GroupSize { get; init => field = Require.Between(value, 1, 1_000_000); } = 6;

    /// <summary>Gets how many firms, groups or places can be begun with in a quarter.</summary>
    /// <value>From 1; without limit unless set.</value>
    public int CapacityPerPeriod { get; init => field = Require.Between(value, 1, int.MaxValue); } = int.MaxValue;
}
