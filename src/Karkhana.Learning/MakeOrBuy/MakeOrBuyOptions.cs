using Karkhana.Core.Errors;

namespace Karkhana.Learning;

/// <summary>What can be set on make or buy.</summary>
public sealed record MakeOrBuyOptions
{
    /// <summary>Gets the fewest firms of a regression.</summary>
    /// <value>20 or more; 30 unless set.</value>
    public int LeastFirms { get; init => field = Require.Between(value, 20, int.MaxValue); } = 30;

    /// <summary>Gets the fewest firms that make a process, and the fewest that buy one.</summary>
    /// <value>2 or more; 5 unless set.</value>
    public int LeastPerSide { get; init => field = Require.Between(value, 2, int.MaxValue); } = 5;

    /// <summary>Gets the confidence level.</summary>
    /// <value>Above 0 and below 1; 0.95 unless set.</value>
    public double Level { get; init => field = Require.Between(value, 1e-6, 1 - 1e-6); } = 0.95;
}
