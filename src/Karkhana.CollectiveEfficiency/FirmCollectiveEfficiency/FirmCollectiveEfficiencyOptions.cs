using Karkhana.Core.Errors;

namespace Karkhana.CollectiveEfficiency;

/// <summary>What can be set on the scores of firms.</summary>
public sealed record FirmCollectiveEfficiencyOptions
{
    /// <summary>Gets the share of the measured parts that a firm must have to be scored.</summary>
    /// <value>From 0 to 1; 0.5 unless set.</value>
    public double LeastShare { get; init => field = Require.Between(value, 0, 1); } = 0.5;

    /// <summary>Gets whether joint action is scored by the graded response model as well.</summary>
    /// <value>False unless set.</value>
    public bool Latent { get; init; }

    /// <summary>Gets the least number of firms with answers that the graded response model is fitted to.</summary>
    /// <value>From 30; 150 unless set, as for other constructs.</value>
    public int LatentFrom { get; init => field = Require.Between(value, 30, int.MaxValue); } = 150;
}
