using Karkhana.Core.Errors;

namespace Karkhana.CollectiveEfficiency;

/// <summary>What can be set on the scores of firms.</summary>
public sealed record FirmCollectiveEfficiencyOptions
{
    /// <summary>Gets the share of the measured parts that a firm must have to be scored.</summary>
    /// <value>From 0 to 1; 0.5 unless set.</value>
    public double LeastShare { get; init => field = Require.Between(value, 0, 1); } = 0.5;
}
