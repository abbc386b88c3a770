using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Experiments;

/// <summary>What can be set on batch means.</summary>
public sealed record BatchMeansOptions
{
    /// <summary>Gets the values in a batch.</summary>
    /// <value>At least 1, at most half of the series; must be given.</value>
    [Description("Values in a batch; at least two batches must be full.")]
    public required int BatchSize { get; init => field = Require.Between(value, 1, int.MaxValue); }

    /// <summary>Gets the confidence level.</summary>
    /// <value>From 0.5 to 0.9999; 0.95 unless set.</value>
    [Description("Confidence level.")]
    public double Level { get; init => field = Require.Between(value, 0.5, 0.9999); } = 0.95;
}
